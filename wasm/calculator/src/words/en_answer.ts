export const answer = { waiting: "Enter sex and age to begin." };
