/** An object while it is being put together: fields that are not known are left out, not undefined. */
export type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
