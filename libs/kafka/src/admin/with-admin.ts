import { type Admin } from 'kafkajs';
import { faultOf } from '../client/kafka-fault';
import { CALL_RETRY, type KafkaConnection } from '../client/kafka-connection';

/** Runs `work` with a connection for administration that is closed afterwards. @throws KafkaFault */
export async function withAdmin<T>(
  connection: KafkaConnection,
  work: (admin: Admin) => Promise<T>,
): Promise<T> {
  const admin = connection.client.admin({ retry: CALL_RETRY });
  try {
    await admin.connect();
    return await work(admin);
  } catch (error) {
    throw faultOf(error);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
