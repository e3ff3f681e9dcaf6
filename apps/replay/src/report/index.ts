export { buildReport, type ReportParts } from './build-report';
export { compareReports } from './compare/compare-reports';
export { renderComparison } from './compare/render-comparison';
export { printSummary } from './print-summary';
export { renderHtml } from './render-html';
export * from './replay-report';
export { readReport, writeJson } from './report-files';
export { currentVersions } from './versions';
