import { lines } from './solo-text.ts';

/** Who refers in a group, most generous first. */
export const people: Readonly<Record<string, readonly string[]>> = {
  bni: lines(`
    Nadège Colombier
    Romain Vasseur
    Bérengère Lacombe
    Karim Haddad
    Sophie Berthelot
    Julien Mercadier
    Aïcha Benali
    Mickaël Ferreira
    Thibault Garnier
    Hélène Choquet
    Olivier Nguyen`),
  fbc: lines(`
    Fiona McAllister
    James Whitcombe
    Anne-Laure Dujardin
    Priya Nair
    Oliver Pemberton
    Rhys Llewellyn
    Sarah Okonkwo
    Guillaume Sabatier`),
  linkedin: lines(`
    Marion Estève
    Yann Le Goff
    Inès Ouazzani
    Mathieu Perrot
    Chloé Rambert
    Daniel Kovacs`),
  cercle: lines(`
    Jean-Marc Pommier
    Ghislaine Roche
    Édouard Lambrecht
    Corinne Delmas
    Philippe Aubry
    Xavier Montagnon
    Hubert de Vernay`),
  cci: lines(`
    Sylvie Marchetti
    Bruno Chassagne
    Leïla Trabelsi
    Antoine Gros`),
  ateliers: lines(`
    Zoé Fontaine
    Noé Gaillard
    Capucine Ribot
    Malik Diarra`),
};

/** What an ordinary date of a group is called, over and over, as a person does. */
export const usual: Readonly<Record<string, readonly string[]>> = {
  bni: ['Petit-déjeuner du jeudi'],
  fbc: ['First Tuesday drinks'],
  linkedin: ['Messages et commentaires', 'Veille, messages, invitations', 'Réponses aux messages'],
  cercle: ['Afterwork du Cercle', 'Dîner du Cercle', 'Commission communication'],
  cci: ['Réunion du Club Numérique'],
  ateliers: ['Déjeuner partagé'],
};

/**
 * Titles used once, in this order. `05 ` in front: in May only, and every May; `05-12 ` on that very day.
 * One that names a member by first name has that member among the people met.
 */
export const titles: Readonly<Record<string, readonly string[]>> = {
  bni: lines(`
    01 Galette des rois du chapitre
    07 Petit-déjeuner en terrasse
    09 Petit-déjeuner de rentrée
    12 Dernier petit-déjeuner avant Noël
    Ma présentation de 10 minutes, trois projets au mur
    Journée des visiteurs, 14 invités
    10 minutes de Nadège sur la facture électronique
    Tête-à-tête avec Romain Vasseur
    Formation « Bâtir sa mémo-phrase »
    10 minutes de Karim, la prévoyance des indépendants
    Café avec Bérengère Lacombe
    Tête-à-tête avec Nadège Colombier
    Réunion inter-chapitres à Villeurbanne
    10 minutes de Sophie : lire ses CGV jusqu'au bout
    Déjeuner avec Julien Mercadier
    Visite de l'atelier de Romain
    Élection du nouveau bureau
    Tête-à-tête avec Aïcha Benali
    10 minutes d'Hélène sur l'art de dire non
    Petit-déjeuner en visio, salle inondée
    Formation « Demander la bonne recommandation »
    Tête-à-tête avec Olivier Nguyen
    10 minutes de Mickaël, bornes de recharge
    Je tiens le chrono pour la première fois
    Café avec Sophie Berthelot
    Ma présentation de 10 minutes, avant / après
    10 minutes d'Aïcha, emprunter quand on est indépendant
    Petit-déjeuner chez Bérengère, brioche maison
    Tête-à-tête avec Thibault Garnier
    Journée des visiteurs, spéciale métiers de bouche
    10 minutes d'Olivier sur les sauvegardes
    Café avec Hélène Choquet`),
  fbc: lines(`
    01-25 Burns Night supper
    03-17 St Patrick's drinks
    06-24 Summer garden party in Écully
    09 Back-to-work drinks
    11-21 Beaujolais nouveau evening
    12-12 Carols and mulled wine
    Talk: hiring across the Channel
    Coffee with Fiona McAllister
    Pub quiz, design team came third
    Workshop: the two-minute pitch in two languages
    Wine tasting with Oliver
    Talk: VAT for small exporters
    Lunch with James Whitcombe
    Online talk by the London chapter
    Speed networking, twelve tables
    My talk: how to brief a designer`),
  linkedin: lines(`
    01 Vœux en image animée
    09 Post de rentrée
    12 L'année en un carrousel
    Post « Cinq erreurs de devis, toutes commises »
    Carrousel sur les contrastes accessibles
    Live avec Marion Estève sur les design systems
    Post « Un logo à 50 €, ça existe »
    Messages aux anciens clients
    Étude de cas en trois images
    Refonte du profil et de la bannière
    Appel visio avec Yann Le Goff
    Post « Pourquoi je refuse les concours gratuits »
    Carrousel « Avant d'écrire à une graphiste »
    Sondage sur les délais de paiement
    Café virtuel avec Inès Ouazzani
    Article « Tarifer au projet »
    Post en anglais sur le packaging
    Webinaire « Vendre sans démarcher »
    Vidéo de 40 secondes, mon carnet de croquis
    Post « Journal d'une refonte ratée »
    Commentaires chez les agences lyonnaises
    Post « Le devis n'est pas une facture »
    Carrousel RGAA pour les PME
    Recommandations croisées avec Mathieu Perrot
    Post sur les polices libres
    Tri des invitations, 60 d'un coup
    Étude de cas, l'étiquette de vin
    Post « Ce que coûte une réunion »
    Appel visio avec Daniel Kovacs`),
  cercle: lines(`
    01-15 Vœux du président
    04 Cocktail de printemps
    06-20 Tournoi de golf du Cercle
    09 Dîner de rentrée
    12 Dîner de fin d'année
    Dîner-débat : faut-il relocaliser ?
    Conférence « Leadership et haute montagne »
    Soirée nouveaux membres
    Dégustation de bourgognes
    Table ronde : les ETI et la décarbonation
    Dîner en petit comité chez Hubert
    Conférence « La marque, cet actif »
    Dîner-débat avec un ancien préfet
    Soirée à l'opéra, loge du Cercle
    Visite d'usine à Saint-Priest
    Soirée cigares et transmission
    Débat sur la fiscalité du patrimoine
    Conférence « L'IA et le dirigeant »
    Table ronde : attirer les talents
    Visite privée au musée, puis cocktail
    Dîner-débat : la souveraineté industrielle
    Soirée philanthropie
    Conférence « Stoïcisme et management »
    Afterwork champagne
    Dîner-débat avec un navigateur`),
  cci: lines(`
    01 Vœux de la CCI
    10 Forum des entrepreneurs
    12 Pot de fin d'année
    Atelier « Répondre à un appel d'offres »
    Speed meeting PME et créatifs
    Atelier RGPD
    Petit-déjeuner export
    Atelier référencement local
    Conférence sur la facturation électronique
    Déjeuner avec Bruno Chassagne`),
  ateliers: lines(`
    07 Apéro des résidents, sur le toit
    09-19 Portes ouvertes des Journées du patrimoine
    Accueil des nouveaux résidents
    Initiation à la sérigraphie chez Noé
    Réunion d'organisation du marché des créateurs
    Café avec Zoé Fontaine`),
};
