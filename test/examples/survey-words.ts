/** Names and trades that the people of examples/survey are made of. */
export const firstNames =
  'Agnès Alain Amélie Anaïs Benoît Brigitte Bruno Camille Cécile Chloé Claire Damien Delphine Élodie Émilie Éric Fabien Florence François Gaëlle Gilles Hélène Hugo Inès Isabelle Jérôme Joëlle Julien Karim Laure Léa Loïc Lucie Malik Marion Mathilde Nadia Nicolas Noémie Olivier Pascal Raphaël Rémi Sabine Samir Solène Sophie Stéphane Sylvie Thomas Valérie Yann Zoé'.split(
    ' ',
  ) as [string, ...string[]];

export const lastNames =
  'Aubry Barbier Benali Besnard Blin Bodin Boucher Brunet Cadiou Carré Chauvin Cloarec Cordier Coulon Delmas Deniau Drouet Evrard Fleury Gallais Gauthier Gicquel Guérin Hamon Hervé Jaouen Joubert Kermarrec Lacroix Launay Le-Goff Legrand Lelièvre Lemaître Marchand Ménard Morvan Nicol Orain Pineau Poirier Quéré Renaud Rigaud Rolland Salaün Tessier Urvoy Vasseur Vidal'.split(
    ' ',
  ) as [string, ...string[]];

export const trades = [
  'Transports',
  'Menuiserie',
  'Conseil',
  'Imprimerie',
  'Conserves',
  'Logiciels',
  'Assurances',
  'Chantiers',
  'Formation',
  'Laboratoires',
  'Serres',
  'Architectes',
] as [string, ...string[]];

export const posts = [
  'dirigeant',
  'directrice commerciale',
  'responsable marketing',
  'responsable qualité',
  'gérante',
  'chargé d’affaires',
] as [string, ...string[]];

export const questions = {
  practice: 'Pratiquez-vous la veille ?',
  means: 'Avec quels moyens ?',
  time: 'Combien de temps y passez-vous par semaine ?',
  topics: 'Que suivez-vous ?',
  talk: 'Souhaitez-vous en parler ?',
  others: 'Connaissez-vous quelqu’un que cela aiderait ?',
} as const;

export const settings = `# Maud Keraval, consultante en veille, Nantes. Une enquête auprès de tout son réseau, une autre auprès de ses clients.
currency: EUR
lang: fr
groups:
  atlantique: { name: Club Atlantique, kind: club, joined: 2023-01-12 }
  linkedin: { name: LinkedIn, kind: social }

surveys:
  veille:
    date: 2026-03-16
    asked: all
    exclude-roles: [competitor, subcontractor]
    no-answer: [sans réponse]
    cant-say: [je ne sais pas le dire]
    prospect-if: ["Souhaitez-vous en parler ? : Oui, pour mon entreprise"]
    prescriber-if: ["Connaissez-vous quelqu’un que cela aiderait ? : Oui, je vous présente"]
    remind-after: 14d
`;
