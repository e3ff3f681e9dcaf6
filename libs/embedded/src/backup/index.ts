export { type BackupRecord, BackupRefused } from './backup-record';
export { restoreBackup } from './restore-backup';
export { takeBackup } from './take-backup';
