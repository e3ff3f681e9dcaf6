export { type DossierSource, type RecordedContent, type SourceDescription } from './dossier-source';
export { csvText } from './export/csv-text';
export { exportDossiers } from './export/export-dossiers';
export { ndjsonText, writeNdjson } from './export/write-ndjson';
export { filedDossier } from './filed-dossier';
export { GeneratedSource } from './generated-source';
export { BadRecordedFile } from './recorded/bad-recorded-file';
export { RecordedSource } from './recorded/recorded-source';
export { surveyRecorded } from './recorded/survey';
