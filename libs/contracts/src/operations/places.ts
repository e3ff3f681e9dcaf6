/** `GET /v1/operations/places`: the 34 provinces and their communes, for filters and names on screen. */
export interface PlacesView {
  readonly provinces: readonly { readonly code: string; readonly name: string }[];
  /** `[code, name, province code]`, by code. */
  readonly communes: readonly (readonly [code: string, name: string, province: string])[];
}
