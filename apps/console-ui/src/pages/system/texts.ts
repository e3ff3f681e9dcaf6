export const vi = {} as const;
export const en = {} as const;
