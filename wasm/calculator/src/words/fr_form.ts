export const form = { title: "Risque de fracture" };
