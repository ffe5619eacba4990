import { table } from './solo-text.ts';

/** What a person writes down once: fees, returns, contacts, promises, a survey, sales of no group. */
export const facts = [
  ...table(
    'cost',
    `
date | group | amount | until | note
2024-01-10 | cercle | 1450 | 2025-01-09 | Cotisation
2024-01-10 | cercle | 400 || Droit d'entrée
2024-01-11 | bni | 1080 EUR | 2025-01-10 | Cotisation annuelle
2024-01-15 | cci | 240 | 2024-12-31
2024-03-05 | fbc | 160 GBP | 2025-02-28 | Membership, sole trader rate
2025-01-06 | cci | 252 | 2025-12-31
2025-01-09 | bni | 1 120 € | 2026-01-10
2025-01-10 | cercle | 1450 | 2026-01-09 | On m'a promis une mise en avant dans l'annuaire
2025-03-04 | fbc | 165 GBP | 2026-02-28
2026-01-08 | bni | 1 160 € | 2027-01-10
2026-01-12 | cercle | 1490 | 2027-01-09 | La dernière ?
2026-03-03 | fbc | 170 GBP | 2027-02-28
2026-05-18 | ateliers | 390 | 2026-08-17 | Trois mois d'établi
2026-08-31 | ateliers | 390 | 2026-11-30
2024-04-22 | linkedin | 359.88 | 2025-04-21 | Premium, pour voir
2024-02-20 || 86.40 || 500 cartes de visite
2025-02-24 || 1 900 € | 2027-02-23 | Développement du nouveau site, amorti sur deux ans
2025-09-22 | bni | 45 || Badge aimanté et rétractable
2026-06-29 || 112.50 || Cartes, nouveau papier
`,
  ),
  ...table(
    'outcome',
    `
date | group | kind | title | goal | value | note
2024-02-22 | bni | advice | Nadège relit mes factures : mentions obligatoires manquantes
2024-04-16 | cci | skill | Répondre à un marché public sans y passer l'été
2024-06-06 | bni | supplier | Imprimeur de Saint-Genis, 20 % sous le mien | supplier | 600
2024-10-03 | linkedin | market-intel | Tarifs jour des UX à Lyon, 34 réponses
2024-11-05 | fbc | skill | First whole meeting in English without notes | skill
2025-02-13 | bni | need | Les commerces cherchent tous des menus QR lisibles
2025-03-18 | cci | market-intel | Facturation électronique, le calendrier réel
2025-05-22 | bni | supplier | Romain fabrique mes présentoirs à prix d'ami | supplier | 350 €
2025-06-11 | linkedin | press | Interview dans un blog de design || | Cité deux fois depuis
2025-10-07 | fbc | skill | Ran a workshop table in English, survived | skill
2025-11-13 | bni | advice | Sophie reprend mes CGV contre un logo de cabinet || 700
2026-01-20 | linkedin | market-intel | Trois agences passent au forfait, moi aussi
2026-03-10 | fbc | partnership | Fiona et moi répondons ensemble aux sites bilingues
2026-06-12 | ateliers | supplier | Imprimante riso partagée || 180
2026-07-03 | ateliers | partnership | Offre « marque et vitrine » avec Malik | partnership
2026-09-24 | bni | supplier | Relieur à Oullins | supplier
`,
  ),
  ...table(
    'contact',
    `
date | group | contact | roles | company | position
2024-01-11 | bni | Nadège Colombier | prescriber; supplier | Colombier Expertise | Expert-comptable
2024-01-11 | bni | Karim Haddad | prescriber | Haddad Assurances | Agent général
2024-02-06 | fbc | Fiona McAllister | prescriber; subcontractor | McAllister Translation | Translator
2024-02-08 | bni | Romain Vasseur | prescriber; client | Vasseur Agencement | Menuisier
2024-03-05 | fbc | James Whitcombe | client; prescriber | Whitcombe Relocation | Founder
2024-03-20 | cercle | Jean-Marc Pommier | prospect | Pommier Transports | Président
2024-05-14 | linkedin | Marion Estève | peer | | Product designer
2024-06-11 | cci | Sylvie Marchetti | prescriber | CCI | Chargée de mission
2024-09-17 | linkedin | Yann Le Goff | subcontractor || Développeur
2024-10-09 | cercle | Ghislaine Roche | prospect | Roche Patrimoine | Associée
2024-11-21 || Hugo Pelletier | competitor | Studio Pelletier | Directeur artistique
2025-01-21 | linkedin | Inès Ouazzani | peer; subcontractor || UX writer
2025-02-04 | fbc | Priya Nair | client; prescriber | Nair Logistics | Managing director
2025-03-12 | cercle | Édouard Lambrecht | prospect | Lambrecht Participations | Gérant
2025-05-15 | bni | Bérengère Lacombe | client; prescriber | Traiteur Lacombe | Gérante
2025-09-23 | linkedin | Mathieu Perrot | prospect | Trajecto | CTO
2025-10-14 || Lucie Tardy | peer || Rédactrice
2026-02-03 | fbc | Sarah Okonkwo | prospect | Okonkwo People | HR director
2026-04-09 | bni | Olivier Nguyen | supplier | Nguyen Informatique | Gérant
2026-05-22 | ateliers | Zoé Fontaine | peer; prescriber | Atelier Zoé Fontaine | Céramiste
2026-05-29 | ateliers | Noé Gaillard | supplier; subcontractor | Gaillard Sérigraphie | Sérigraphe
2026-06-05 | ateliers | Malik Diarra | peer || Menuisier
`,
  ),
  ...table(
    'approach',
    `
date | group | contact | channel | note
2024-02-13 || Brûlerie du Plateau | mail
2024-03-21 | cercle | Fonderies Chardonnet | phone | Barrage de l'assistante
2024-06-18 | linkedin | Trajecto | linkedin
2024-10-15 | cci | Tissages Ravel | mail | Après le forum
2024-11-26 || Hôtel du Gourguillon | phone | Rappeler en janvier
2025-01-28 | linkedin | Calypso RH | linkedin
2025-04-03 | cercle | Banque Sévigné | mail | Troisième relance, la dernière
2025-06-17 | fbc | Sarah Okonkwo | mail
2025-10-02 || Moulin des Dombes | visit | Passée à l'improviste, bien reçue
2026-01-29 | linkedin | Wattelier | linkedin
2026-03-24 || Brûlerie du Plateau | visit | Deux ans après, même accueil gentil
2026-06-16 | ateliers | Torréfaction Kéba | visit
2026-09-29 | linkedin | Hopla Jeux | mail
2026-10-20 || Moulin des Dombes | phone
`,
  ),
  ...table(
    'promise',
    `
date | group | what | to | due | done | note
2024-01-25 | bni | Envoyer le contact de ma relieuse | Julien Mercadier | 2024-02-01 | 2024-01-29
2024-03-05 | fbc | Proofread his French flyer | James Whitcombe | 2024-03-12 | 2024-03-08
2024-05-22 | cercle | Prêter mon livre sur les logos | Corinne Delmas || 2024-06-19 | Pas revu depuis
2024-09-19 | bni | Modèle de devis | Mickaël Ferreira | 2024-09-26 | 2024-10-04 | En retard, excusée
2024-12-03 | linkedin | Relire son portfolio | Inès Ouazzani | 2024-12-20 | 2024-12-16
2025-02-11 | fbc | Find a bilingual accountant | Sarah Okonkwo | 2025-02-28 | 2025-02-20
2025-04-10 | bni | Trois polices lisibles pour ses devis | Karim Haddad || 2025-04-11
2025-06-12 | bni | Présenter un photographe culinaire | Bérengère Lacombe | 2025-06-30 | 2025-06-24
2025-09-16 | cci | Témoigner à l'atelier des créateurs | Leïla Trabelsi | 2025-10-14 | 2025-10-14
2025-11-19 | cercle | Note sur la refonte du logo du Cercle | Hubert de Vernay | 2025-12-10 | 2025-12-09 | Dix pages, pas un merci
2026-02-10 | linkedin | Mettre en lien avec l'éditeur de Nantes | Chloé Rambert | 2026-02-20 | 2026-02-12
2026-04-16 | bni | Relire sa page d'accueil | Sophie Berthelot | 2026-04-30 | 2026-05-06
2026-06-19 | ateliers | Un pictogramme pour le four partagé | Zoé Fontaine | 2026-07-10 | 2026-07-02
2026-09-08 | fbc | Send the fee grid | Rhys Llewellyn | 2026-09-15
2026-10-15 | bni | Retrouver l'adresse du doreur | Hélène Choquet | 2026-10-22
2026-10-23 | ateliers | Affichette pour le marché de Noël | Capucine Ribot | 2026-11-20
`,
  ),
  ...table(
    'sale',
    `
date | group | amount | customer | note | tags
2024-02-05 || 950 | Librairie des Pentes | Marque-pages, série annuelle | print
2024-03-29 | cercle | 320 EUR | Cercle Part-Dieu | Cartons d'invitation du gala | print
2024-07-12 || 2 400 € | Théâtre de l'Éclat | Affiches de saison | print
2024-07-30 || -150 | Théâtre de l'Éclat | Deux affiches mal coupées, remboursées | print
2025-02-17 || 980 | Librairie des Pentes | Marque-pages | print
2025-07-04 || 2 600 € | Théâtre de l'Éclat | Affiches de saison, et le programme | print
2025-11-28 || 1350 | Lucie Tardy | Site d'autrice, échange de bons procédés en sus | site
2026-02-18 || 1 020 € | Librairie des Pentes | Marque-pages, avec pliage | print
2026-07-08 || 2750 EUR | Théâtre de l'Éclat | Affiches de saison | print
`,
  ),
  ...table(
    'answer',
    `
date | survey | contact | question | answer
2026-03-16 | veille | Nadège Colombier | Où trouvez-vous vos prestataires ? | bouche-à-oreille; BNI
2026-03-16 | veille | Nadège Colombier | Qui recommanderiez-vous ? | Élise; Julien Mercadier
2026-03-17 | veille | Romain Vasseur | Où trouvez-vous vos prestataires ? | bouche-à-oreille
2026-03-17 | veille | Romain Vasseur | Un projet d'image cette année ? | oui, avant l'été
2026-03-18 | veille | James Whitcombe | Où trouvez-vous vos prestataires ? | the club; LinkedIn
2026-03-18 | veille | James Whitcombe | Un projet d'image cette année ? | non
2026-03-19 | veille | Priya Nair | Où trouvez-vous vos prestataires ? | the club
2026-03-19 | veille | Priya Nair | Un projet d'image cette année ? | oui, à l'automne
2026-03-19 | veille | Priya Nair | Qui recommanderiez-vous ? | Élise
2026-03-23 | veille | Bérengère Lacombe | Où trouvez-vous vos prestataires ? | BNI; Instagram
2026-03-23 | veille | Bérengère Lacombe | Un projet d'image cette année ? | oui, avant l'été
2026-03-24 | veille | Marion Estève | Où trouvez-vous vos prestataires ? | LinkedIn
2026-03-26 | veille | Sylvie Marchetti | Où trouvez-vous vos prestataires ? | annuaires; bouche-à-oreille
2026-03-26 | veille | Sylvie Marchetti | Un projet d'image cette année ? | non
2026-03-30 | veille | Karim Haddad | Où trouvez-vous vos prestataires ? | BNI
2026-03-30 | veille | Karim Haddad | Qui recommanderiez-vous ? | Élise; Sophie Berthelot
2026-04-02 | veille | Lucie Tardy | Un projet d'image cette année ? | peut-être
`,
  ),
];
