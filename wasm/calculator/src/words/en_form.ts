export const form = { title: "Fracture risk" };
