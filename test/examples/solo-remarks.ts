import { lines } from './solo-text.ts';

/** Notes on ordinary dates, each used once at most. */
export const remarks: Readonly<Record<string, readonly string[]>> = {
  bni: lines(`
    Deux visiteurs, dont un viticulteur de Fleurie.
    Mémo-phrase enfin sous les 45 secondes.
    Trop technique aujourd'hui, j'ai perdu la salle à « grille de composition ».
    Rien demandé de précis, rien reçu. À retenir.
    Demandé « un restaurant qui change de nom ». Trois mains levées !
    Nouveau membre : un géomètre.
    Parlé prix sans rougir.
    Ambiance molle, tout le monde est en clôture d'exercice.
    Apporté les étiquettes imprimées, elles ont fait le tour de la table.
    Penser à reprendre des cartes.
    J'ai lu ma fiche, c'était mieux sans.
    Romain a témoigné, très touchant.
    Visiteur curieux, un opticien du 3e.
    La demande précise marche, décidément.`),
  fbc: lines(`
    Small turnout, better conversations.
    Everyone wants a website before the summer.
    Met a buyer from a cheese importer, sent portfolio.
    My English pitch finally sounds like me.
    Rhys introduced me to half the room.
    Talked rates openly, London prices help.
    Left early, client call.
    Two people asked for the bilingual menu case.`),
  linkedin: lines(`
    11 000 vues, trois messages sérieux.
    Publié trop tard, personne.
    Beaucoup de bravos de graphistes, zéro client.
    Un commentaire méchant, quatre gentils.
    Repris par une agence de Nantes.
    Deux demandes de devis en privé.
    À refaire en plus court.
    Le format image marche mieux que le texte.`),
  cercle: lines(`
    Quatorze cartes de visite, aucun rappel.
    Assise à côté du même notaire que la dernière fois.
    On me présente encore comme « notre petite graphiste ».
    Rentrée à minuit passé.
    Tout le monde cherche des mandats, personne un prestataire.
    Très beau lieu. Et après ?
    Deux personnes voulaient « juste un petit logo, entre amis ».
    Menu à 65 €, vin en sus.
    Promesse d'un rendez-vous avec un DRH. On verra.
    Discours de quarante minutes avant l'entrée.
    Personne de nouveau.
    Discussion agréable, mais on ne parle jamais de travail.`),
  cci: lines(`
    Utile sur le fond, peu de rencontres.
    Salle à moitié vide.
    Noté trois plateformes d'appels d'offres.
    Sylvie connaît tout le monde.`),
  ateliers: lines(`
    On partage l'imprimeur, c'est déjà ça.
    Belle lumière, bon café, des gens qui fabriquent.
    Deux artisans sans site, à suivre.`),
};

export const excuses: Readonly<Record<string, readonly string[]>> = {
  bni: lines(`
    Grippe.
    Bouclage chez un client.
    Gabin malade, école fermée.
    Oublié, honte à moi.
    À Londres pour deux jours.`),
  fbc: ['Deadline.', 'School play.'],
  cercle: ['Pas le courage.', 'Grève des TCL.', 'Prévenu la veille du changement de salle.'],
  cci: ['Rendez-vous chez le notaire.', 'Salle déplacée, appris trop tard.'],
};

export const lateness = lines(`
  Métro D arrêté à Saxe.
  Réveil muet.
  Déposé Gabin au centre aéré, bouchon sous Fourvière.
  Vélo crevé quai Saint-Vincent.`);

/** Why a referral came to nothing. */
export const reasons: Readonly<Record<string, readonly string[]>> = {
  bni: lines(`
    Trop cher pour eux.
    Le dossier est parti chez un cousin.
    Change d'enseigne dans deux ans, verra alors.
    Imprimeur et graphiste dans le même forfait, ailleurs.
    La banque n'a pas suivi.
    Le neveu s'en charge.
    Projet repoussé sans date.
    Ont pris une agence.
    Plus de réponse après le devis.
    Associés pas d'accord entre eux.
    Voulaient du tout compris avec le développement.
    Budget passé dans les travaux.
    Besoin d'un community manager, pas de moi.
    Devis refusé, restés bons amis.
    Fait sur Canva, finalement.
    Silence après deux relances.
    Pas le bon moment.
    Cherchaient un stagiaire.`),
  linkedin: lines(`
    Levée de fonds ratée, tout est gelé.
    Voulaient une designer à plein temps.
    Trois appels, puis « on internalise ».
    Cherchaient moins cher, ont trouvé.
    Le produit a pivoté.
    Test gratuit demandé. Non merci.
    Racheté, plus d'interlocuteur.
    Profil trop « print » à leur goût.
    Ne répond plus.
    Mission annulée la veille.`),
  cci: ["Quatrième sur cinq à l'appel d'offres.", 'A tout confié à son informaticien.', 'Pas avant 2027.'],
  fbc: lines(`
    Went with an agency in Manchester.
    Postponed, head office froze spending.
    Chose a cheaper quote.
    Never answered after the quote.
    Moving back to the UK.
    Too small a budget for two languages.`),
  cercle: lines(`
    Appel d'offres gagné par une agence parisienne.
    L'assistante filtre, jamais eu le directeur.
    Budget gelé.
    N'était pas au courant qu'on me recommandait.
    Voulait un avis gratuit.
    Trois rendez-vous, puis plus rien.
    Le conseil a dit non.
    Ont déjà leur agence depuis vingt ans.
    « Rappelez après l'été. » Rappelé. Non.
    Demandait 40 % de remise « entre membres ».`),
};

/** What the same client came back for. */
export const sequels: Readonly<Record<string, readonly string[]>> = {
  bni: lines(`
    Cartes de vœux
    Déclinaison pour les réseaux
    Deuxième tirage et retouches
    Mise à jour du site
    Kakémono pour un salon
    Stickers et vitrophanie
    Dépliant trois volets
    Papeterie complète
    Nouvelle gamme`),
  fbc: lines(`
    Trade fair banner
    French version
    Second print run
    Slides and templates
    Newsletter template
    Site update`),
  linkedin: lines(`
    Six heures de retouches
    Version anglaise
    Gabarits PowerPoint`),
  cci: ['Bannières de salon'],
};
