export { type AgencyOutage } from './agency-outage';
export * from './read-settings';
export * from './settings';
export { BadSetting, isSafeUrl } from './variable';
export { DEFAULT_DATA_DIR } from './variables';
