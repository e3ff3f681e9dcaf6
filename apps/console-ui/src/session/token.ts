const STORED = 'lienthong.token';

/** The key or token that this tab shows; gone when the tab is closed. */
export const token = {
  read: (): string | undefined => sessionStorage.getItem(STORED) ?? undefined,
  keep: (value: string): void => sessionStorage.setItem(STORED, value),
  forget: (): void => sessionStorage.removeItem(STORED),
};
