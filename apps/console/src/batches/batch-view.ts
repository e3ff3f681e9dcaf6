import { type BatchItem, type BatchView, type Language } from '@lienthong/contracts';
import { problemEntry, toVietnamIso } from '@lienthong/platform';
import { type BatchChunk } from './batch';
import { type FoundBatch } from './batch-book';

/** A batch as HTTP shows it. */
export function batchView(batch: FoundBatch, language: Language): BatchView {
  const { id, request, actor, status, at, finishedAt, total, succeeded, failed, skipped, error } = batch;
  return {
    id,
    request,
    actor,
    status,
    createdAt: toVietnamIso(at),
    ...(finishedAt !== undefined && { finishedAt: toVietnamIso(finishedAt) }),
    total,
    succeeded,
    failed,
    skipped,
    ...(error !== undefined && { error: { code: error, detail: said(error, language) } }),
  };
}

/** One item of a chunk as HTTP shows it. */
export function itemView(
  { targets, results }: BatchChunk,
  index: number,
  language: Language,
): BatchItem | undefined {
  const item = targets[index];
  if (!item) return undefined;
  const { target, dossierNumber } = item;
  const { result = 'waiting' as const, detail, at } = results[index] ?? {};
  return {
    target,
    ...(dossierNumber !== undefined && { dossierNumber }),
    result,
    ...(detail !== undefined && { detail: said(detail, language) }),
    ...(at !== undefined && { at: toVietnamIso(at) }),
  };
}

/** A code of a problem in words; an error stands as it is. */
function said(detail: string, language: Language): string {
  return problemEntry(detail)?.title[language] ?? detail;
}
