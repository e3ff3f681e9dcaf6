export * from './document-options';
export * from './refusals';
