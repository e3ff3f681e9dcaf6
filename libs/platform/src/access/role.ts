/** What the holder of a key may be. A key may have several roles. */
export const ROLES = ['integrator', 'operator', 'supervisor', 'auditor', 'officer', 'service'] as const;

export type Role = (typeof ROLES)[number];

/** Who files and follows dossiers. */
export const DOSSIER_ROLES = ['integrator', 'operator', 'supervisor', 'service'] as const;

/** Who corrects, cancels and moves simulated time. */
export const OPERATOR_ROLES = ['operator', 'supervisor'] as const;

/** Who works at an agency's desk; `service` is the gateway, which passes officers' calls on. */
export const AGENCY_ROLES = ['officer', 'operator', 'supervisor', 'service'] as const;

/** Who uses the operator's console, apart from officers, who have their desk only. */
export const CONSOLE_ROLES = ['operator', 'supervisor', 'auditor'] as const;

/** Who reads and verifies the audit log. */
export const AUDIT_ROLES = ['supervisor', 'auditor'] as const;

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}
