import { rows } from './solo-text.ts';

/**
 * Referrals received: contact | what they want | what is sold if it is won | the member, where the contact is
 * that member's own firm. In this order from the first to the last referral of the group.
 */
export const received: Readonly<Record<string, readonly (readonly string[])[]>> = {
  bni: rows(`
    Boulangerie Perrin | Enseigne et menus à refaire | Enseigne, menus, sachets
    Cabinet Roussel | Plaquette de 8 pages | Plaquette du cabinet
    Menuiserie Chabert | Premier site, photos déjà faites | Site vitrine
    Le Comptoir de Margaux | Ouverture dans six mois, tout est à faire | Identité visuelle du restaurant
    Ostéo Saint-Clair | Logo et plaque de rue | Logo, plaque, cartes
    Garnier Plomberie | Flocage de deux camions | Flocage des camions | Thibault Garnier
    Cave Montferrand | Étiquettes de trois cuvées | Étiquettes, trois cuvées
    Fromagerie Bellecour | Papier d'emballage et sacs | Emballages
    Garage Morel | Logo | Logo du garage
    Fleurs d'Ainay | Vendre des bouquets en ligne | Site marchand
    Camille Juillard | Portfolio d'architecte d'intérieur | Site portfolio
    Étude Lenoir | Charte d'une étude de notaires | Charte et papeterie
    Traiteur Lacombe | Catalogue de mariages | Catalogue 24 pages | Bérengère Lacombe
    Vétérinaires des Brotteaux | Signalétique de la clinique | Signalétique
    Agence Vaise Immo | Gabarits d'annonces | Gabarits d'annonces et affiches
    Yoga Shanti | Affiches des cours | Affiches
    Domaine des Serrières | Gamme rouge, neuf étiquettes | Étiquettes, gamme rouge
    Pharmacie Tête d'Or | Vitrine de saison | Vitrophanie
    Crèche Les Petits Gones | Identité et livret d'accueil | Identité, livret d'accueil
    Auto-école Gambetta | Refaire le site, illisible sur mobile | Refonte du site
    Sandrine Pichon | Site de sophrologue | Site vitrine
    Transports Vialatte | Nouvelle livrée des camions | Livrée et charte
    Brasserie des Canuts | Étiquettes et sous-bocks | Étiquettes de quatre bières
    Hôtel du Gourguillon | Parcours de réservation qui perd du monde | Audit UX et maquettes
    Piscines Azur Rhône | Catalogue | Catalogue 16 pages
    Fromagerie Bellecour | Une deuxième boutique, un vrai site | Site et enseigne de la 2e boutique
    Maître Elsa Fournier | Site d'avocate, sobre | Site et cartes
    Toitures Deschamps | Panneaux de chantier | Panneaux, logo redessiné
    Chocolats Bernon | Coffrets de Noël | Coffrets, série de Noël
    Benali Courtage | Rafraîchir la plaquette | Plaquette | Aïcha Benali
    Kiné Sport Gerland | Site avec prise de rendez-vous | Site vitrine
    Domitille Faure | Mise en page d'un livre de recettes | Livre de recettes, 96 pages
    Conserverie Marius | Étiquettes de bocaux | Étiquettes, huit bocaux
    Paysages Thévenet | Book de réalisations | Book et site
    École de musique Accord | Programme de saison | Programme 32 pages
    Dentistes de Monplaisir | Signalétique et site | Site et signalétique
    Bijoux Nahéma | E-shop | Maquettes de l'e-shop
    Isolation Rhônalpine | Flyers de porte à porte | Flyers
    Festival Les Quais Sonores | Affiche de l'édition 2027 | Affiche et déclinaisons
    Ambulances du Plateau | Lettrage des véhicules | Lettrage`),
  fbc: rows(`
    Whitcombe Relocation | Welcome pack for newcomers | Welcome pack, 20 pages | James Whitcombe
    Beacon Language School | Website in two languages | Bilingual website
    Harcourt Wines | Labels for the UK market | Wine labels, UK range
    Tamsin Reed | Portfolio site, ceramics | Portfolio site
    Albion Freight | Rebrand after a merger | Rebrand and guidelines
    Llewellyn Software | UX review of the onboarding | UX audit | Rhys Llewellyn
    The Ivory Teapot | Menus and shop front | Menus, shop front lettering
    Bright Lane Consulting | Slides that do not put people to sleep | Slide system
    Cotswold Cheese Company | Packaging for a French supermarket | Packaging, first range
    Bilingual Montessori Écully | Prospectus and signs | Prospectus
    Dunmore Distillery | A bottle that travels | Label and gift box
    Kestrel Analytics | Dashboard nobody understands | Dashboard redesign
    Pemberton & Daughters | Catalogue for the autumn sale | Auction catalogue | Oliver Pemberton
    Rosemary Atkins | Logo for a guest house | Logo and leaflet
    Northgate Biotech | Investor deck | Investor deck
    Peak Cycling Tours | Booking pages | Booking pages, UX and design
    Marlow & Finch | Bilingual stationery | Stationery
    Harcourt Wines | Now the sparkling range | Labels, sparkling range
    Saffron Kitchen | Takeaway packaging | Packaging
    Alpine Chalets Direct | New website before the season | Website design
    Tyne Robotics | Trade fair stand | Stand graphics
    Heather & Vine | Online shop | Shop design
    Blackthorn Publishing | Six book covers | Six book covers
    Hugh Carrington | Family history book | Layout, 140 pages
    Greenfield Labs | Patient leaflets | Leaflets, two languages
    Saltbox Studio | Overflow work | Overflow, four days
    Mosaic Therapy | Website | Website`),
  linkedin: rows(`
    Novéo Santé | Audit UX d'une appli de rendez-vous | Audit UX
    Agence Tandem | Renfort sur une charte | Renfort, six jours
    Trajecto | Appli de covoiturage, onboarding | Maquettes de l'onboarding
    Lumio Énergie | Espace client à revoir | Ateliers et maquettes
    Studio Poivre | Illustrations d'un rapport | Illustrations
    Kiwi Paie | Tableau de bord | Tableau de bord, maquettes
    Datacolline | Logo « pour demain » | Logo
    Greenloop | Kit de marque | Kit de marque
    Sentinelle Cyber | Site en une page | Site d'une page
    Mobilib Rhône | Tests utilisateurs | Tests utilisateurs, 8 personnes
    Orbis Formation | Gabarits de supports | Gabarits de cours
    Éducazen | Refonte du site | Refonte, trois gabarits
    Calypso RH | Pictogrammes | Jeu de 40 pictogrammes
    Bonum Assurances | Parcours de souscription | Audit du parcours
    Fabrik Santé | Renfort de deux semaines | Renfort, huit jours
    ParkEasy | Écrans de borne | Écrans de borne
    Tilia Coop | Charte participative | Charte
    Wattelier | Présentation aux investisseurs | Présentation
    Hopla Jeux | Boîte de jeu | Boîte et livret`),
  cercle: rows(`
    Groupe Valmont | « Un rebranding, à terme » | Rebranding
    Fonderies Chardonnet | Plaquette institutionnelle | Plaquette
    Banque Sévigné | Rapport annuel | Rapport annuel
    Immobilière de la Doua | Brochure d'un programme neuf | Brochure
    Lambrecht Participations | Site du groupe | Site | Édouard Lambrecht
    Laboratoires Thomassin | Packaging d'un complément | Packaging
    Promotion Rivoire | Bâche de chantier | Bâche
    Pommier Transports | Charte des véhicules | Charte | Jean-Marc Pommier
    Mutuelle des Deux Fleuves | Journal interne | Maquette du journal
    Résidences Carnot | Signalétique de huit résidences | Signalétique
    Confluence Capital | Rapport aux associés | Rapport
    Clinique Bellerive | Livret du patient | Livret
    Maison Delmas | Catalogue de vente | Catalogue | Corinne Delmas
    Cabinet Orfèvre | « Un petit logo » | Logo`),
  cci: rows(`
    Imprimerie Chassagne | Nuancier maison | Nuancier imprimé | Bruno Chassagne
    Tissages Ravel | Catalogue export | Catalogue export
    Micron Usinage | Site industriel | Site
    Pompes Dauphiné | Fiches techniques | Gabarit de fiches
    Verrerie du Gier | Stand de salon | Stand`),
  ateliers: rows(`
    Savonnerie des Traboules | Étuis de savons | Étuis
    Librairie La Pente | Marque-pages et sacs | Sacs
    Torréfaction Kéba | Sachets de café | Sachets`),
};

/** Referrals given: contact | to | what for | `purchase` where Élise bought it herself. */
export const given: Readonly<Record<string, readonly (readonly string[])[]>> = {
  bni: rows(`
    Élise Moreau | Nadège Colombier | Mon bilan 2023 | purchase
    Brûlerie du Plateau | Thibault Garnier | Une arrivée d'eau à déplacer
    Lucie Tardy | Karim Haddad | Mutuelle, elle se met à son compte
    Famille Rey | Mickaël Ferreira | Tableau électrique d'avant-guerre
    Théâtre de l'Éclat | Julien Mercadier | Photos de plateau
    Boulangerie Perrin | Sophie Berthelot | Litige avec un fournisseur de fours
    Élise Moreau | Olivier Nguyen | Un disque dur sauvé des eaux | purchase
    Librairie des Pentes | Romain Vasseur | Rayonnages sur mesure
    Menuiserie Chabert | Aïcha Benali | Prêt pour une machine
    Tamsin Reed | Nadège Colombier | Comptable qui parle anglais
    Le Comptoir de Margaux | Julien Mercadier | Photos de la nouvelle carte
    Famille Rey | Thibault Garnier | Chaudière, suite et fin
    Cave Montferrand | Bérengère Lacombe | Buffet des vendanges
    Élise Moreau | Bérengère Lacombe | Pot de mes dix ans d'activité | purchase
    Agnès Moreau | Hélène Choquet | Reconversion, premier rendez-vous
    Camille Juillard | Romain Vasseur | Poseur pour un chantier à Caluire
    Coline Verdier | Karim Haddad | Prévoyance
    Théâtre de l'Éclat | Mickaël Ferreira | Éclairage du hall
    Étude Lenoir | Bérengère Lacombe | Cocktail des vingt ans
    Fleurs d'Ainay | Olivier Nguyen | Caisse en panne
    Moulin des Dombes | Sophie Berthelot | Dépôt de marque
    Agence Vaise Immo | Mickaël Ferreira | Diagnostics, trois appartements
    Yoga Shanti | Aïcha Benali | Financer les travaux de la salle
    Zoé Fontaine | Karim Haddad | Assurance du four`),
  fbc: rows(`
    Agnès Moreau | Oliver Pemberton | Wine for her fortieth
    Élise Moreau | Fiona McAllister | My site in English | purchase
    Beacon Language School | Anne-Laure Dujardin | Lease to read
    Cave Montferrand | Priya Nair | First shipment to Leeds
    Solène Abgrall | James Whitcombe | Cousins moving in from Bristol
    Lumio Énergie | Fiona McAllister | Tender to translate
    Coline Verdier | Rhys Llewellyn | Needs an API person
    Bright Lane Consulting | Guillaume Sabatier | Business account
    Moulin des Dombes | Priya Nair | Flour for a London bakery`),
  linkedin: rows(`
    Librairie des Pentes | Yann Le Goff | Réservation en ligne
    Novéo Santé | Inès Ouazzani | Textes d'interface
    Menuiserie Chabert | Yann Le Goff | Intégration du site
    Brûlerie du Plateau | Chloé Rambert | Publicité en ligne
    Kestrel Analytics | Marion Estève | Design system
    Kiwi Paie | Inès Ouazzani | Relecture complète`),
  cercle: rows(`
    Lucie Tardy | Philippe Aubry | Conseil en création
    Élise Moreau | Corinne Delmas | Deux caisses de crozes-hermitage | purchase
    Élise Moreau | Ghislaine Roche | Audit patrimonial, sans suite | purchase
    Élise Moreau | Corinne Delmas | Cadeaux clients | purchase
    Élise Moreau | Hubert de Vernay | Table au gala pour deux clients | purchase
    Élise Moreau | Xavier Montagnon | Assurance du local | purchase
    Élise Moreau | Jean-Marc Pommier | Déménagement du bureau | purchase
    Élise Moreau | Philippe Aubry | Une journée de « posture du dirigeant » | purchase`),
  cci: rows(`
    Coline Verdier | Sylvie Marchetti | Statut et aides
    Lucie Tardy | Bruno Chassagne | Impression d'un recueil`),
  ateliers: rows(`
    Maison Tissot | Noé Gaillard | Tote bags en série limitée
    Théâtre de l'Éclat | Zoé Fontaine | Tasses pour le bar`),
};

/** Sales that come straight from a group, with no referral: customer | what. */
export const direct: Readonly<Record<string, readonly (readonly string[])[]>> = {
  bni: rows(`
    Romain Vasseur | Carte d'agenceur, dorée
    Hélène Choquet | Cahier d'exercices`),
  fbc: rows(`
    Priya Nair | One-page profile
    British Women's Circle | Programme and badges
    Anne-Laure Dujardin | Bilingual letterhead`),
  linkedin: rows(`
    Maison Tissot | Logo et papeterie
    Coline Verdier | Relecture de maquettes
    Solène Abgrall | Mentorat, quatre séances
    Ferme des Roches | Affiche du marché`),
};
