import { size } from '../format/english';
import { type ReplayReport } from '../replay-report';
import { type Difference } from './comparison';
import { type Bilingual } from '../names';

/** Conditions in which two runs differ. */
export function differences(a: ReplayReport, b: ReplayReport): readonly Difference[] {
  const inOptions = [...new Set([...Object.keys(a.options), ...Object.keys(b.options)])].filter(
    (name) => name !== 'seed' && name !== 'policy',
  );
  const both: readonly (readonly [Bilingual, (report: ReplayReport) => unknown])[] = [
    [{ vi: 'Số hồ sơ', en: 'Dossiers' }, ({ dossiers }) => dossiers],
    [{ vi: 'Hạt giống', en: 'Seed' }, ({ seed }) => seed],
    [{ vi: 'Chính sách', en: 'Policy' }, ({ policy }) => policy],
    [{ vi: 'Cách chạy', en: 'Drive' }, ({ drive }) => drive],
    ...inOptions.map((name): readonly [Bilingual, (report: ReplayReport) => unknown] => [
      { vi: `--${name}`, en: `--${name}` },
      ({ options }) => options[name] ?? '–',
    ]),
    [{ vi: 'Phiên bản', en: 'Version' }, ({ versions }) => versions.program],
    [{ vi: 'Node.js', en: 'Node.js' }, ({ versions }) => versions.node],
    [{ vi: 'Hệ điều hành', en: 'Operating system' }, ({ versions }) => versions.os],
    [{ vi: 'Bộ xử lý', en: 'Processor' }, ({ versions }) => versions.cpu],
    [{ vi: 'Số lõi', en: 'Cores' }, ({ versions }) => versions.cores],
    [{ vi: 'Bộ nhớ máy', en: 'Memory' }, ({ versions }) => size(versions.memoryBytes)],
    [{ vi: 'Kiểm chứng', en: 'Verified' }, ({ verified }) => verified],
  ];
  return both
    .map(([name, of]) => ({ name, a: String(of(a)), b: String(of(b)) }))
    .filter((difference) => difference.a !== difference.b);
}
