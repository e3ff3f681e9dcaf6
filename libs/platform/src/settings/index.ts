export * from './read-settings';
export * from './settings';
export { BadSetting } from './variable';
