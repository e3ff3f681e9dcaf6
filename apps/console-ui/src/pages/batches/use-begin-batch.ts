import { useNavigate } from 'react-router';
import { type BatchRequest, type BatchView } from '@lienthong/contracts';
import { useSend } from '../../components/use-send';

const TOPICS = ['batches'] as const;

/** Begins a batch and leads to its page. Rejects in words for the dialog. */
export function useBeginBatch(): (request: BatchRequest) => Promise<void> {
  const send = useSend<BatchView>(TOPICS);
  const navigate = useNavigate();
  return async (request) => {
    const { id } = await send('/v1/operations/batches', request);
    void navigate(`/batches/${encodeURIComponent(id)}`);
  };
}
