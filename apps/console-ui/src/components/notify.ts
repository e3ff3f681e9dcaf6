import { notifications } from '@mantine/notifications';
import { type ReactNode } from 'react';

/** Says that something is done, for a moment, at the edge of the window. */
export function notifyDone(message: ReactNode): void {
  notifications.show({ color: 'green.8', message });
}

/** Says what went wrong; stays until it is closed. */
export function notifyFailed(title: string, message: string): void {
  notifications.show({ color: 'red.8', title, message, autoClose: false });
}
