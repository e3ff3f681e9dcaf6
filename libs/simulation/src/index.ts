export * from './applicant.model';
export * from './decision.model';
export * from './hands-on';
export { hashText, mix32, triangular, unitOf } from './hash';
export * from './oracle';
export * from './rates';
export * from './generator/dossier.generator';
