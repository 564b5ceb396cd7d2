export const answer = { waiting: "Indiquer le sexe et l’âge pour commencer." };
