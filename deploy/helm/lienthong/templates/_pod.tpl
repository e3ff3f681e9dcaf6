{{/* The environment that all services and the prepare job share: a YAML map of strings. */}}
{{- define "lienthong.settings" -}}
EVENT_BUS: kafka
STORE: mongodb
KAFKA_BROKERS: {{ join "," .Values.kafka.brokers | quote }}
KAFKA_TOPIC_PREFIX: {{ .Values.kafka.topicPrefix | quote }}
KAFKA_PARTITIONS: {{ .Values.kafka.partitions | int64 | quote }}
KAFKA_REPLICATION: {{ .Values.kafka.replication | int64 | quote }}
KAFKA_RETENTION_HOURS: {{ .Values.kafka.retentionHours | int64 | quote }}
KAFKA_SSL: {{ ternary "on" "off" .Values.kafka.tls.enabled | quote }}
{{- if include "lienthong.hasKafkaCa" . }}
KAFKA_SSL_CA_FILE: /etc/lienthong/kafka/ca.crt
{{- end }}
KAFKA_SASL_MECHANISM: {{ .Values.kafka.sasl.mechanism | quote }}
MONGODB_DATABASE_PREFIX: {{ .Values.mongodb.databasePrefix | quote }}
{{- with .Values.settings }}
CLOCK: {{ .clock | quote }}
CLOCK_SPEED: {{ .clockSpeed | int64 | quote }}
CLOCK_START: {{ .clockStart | quote }}
POLICY: {{ .policy | quote }}
SEED: {{ .seed | int64 | quote }}
AGENCY_MODE: {{ .agencyMode | quote }}
LOG_LEVEL: {{ .logLevel | quote }}
OTEL_EXPORTER_OTLP_ENDPOINT: {{ .otlpEndpoint | quote }}
ALLOWED_HOSTS: {{ .allowedHosts | quote }}
RATE_LIMIT: {{ .rateLimit | int64 | quote }}
STREAMS_PER_CALLER: {{ .streamsPerCaller | int64 | quote }}
{{- end }}
{{- end -}}

{{- define "lienthong.hasKafkaCa" -}}
{{- if and .Values.kafka.tls.enabled .Values.kafka.tls.caSecret -}}yes{{- end -}}
{{- end -}}

{{/* What the engines' secrets hold, as environment. */}}
{{- define "lienthong.engineSecrets" -}}
- name: MONGODB_URI
  valueFrom:
    secretKeyRef: { name: {{ .Values.mongodb.existingSecret }}, key: {{ .Values.mongodb.uriKey }} }
{{- with .Values.kafka.sasl }}
{{- if ne .mechanism "none" }}
- name: KAFKA_SASL_USERNAME
  valueFrom:
    secretKeyRef: { name: {{ .existingSecret }}, key: {{ .usernameKey }} }
- name: KAFKA_SASL_PASSWORD
  valueFrom:
    secretKeyRef: { name: {{ .existingSecret }}, key: {{ .passwordKey }} }
{{- end }}
{{- end }}
{{- end -}}

{{/* How people sign in, for the services that people call. */}}
{{- define "lienthong.oidc" -}}
{{- with .Values.auth.oidc -}}
- { name: AUTH, value: oidc }
- { name: OIDC_ISSUER, value: {{ .issuer | quote }} }
- { name: OIDC_AUDIENCE, value: {{ .audience | quote }} }
- { name: OIDC_CLIENT_ID, value: {{ .clientId | quote }} }
- { name: OIDC_JWKS_URI, value: {{ .jwksUri | quote }} }
- { name: OIDC_SCOPE, value: {{ .scope | quote }} }
- { name: OIDC_ROLES_CLAIM, value: {{ .rolesClaim | quote }} }
- { name: OIDC_AGENCY_CLAIM, value: {{ .agencyClaim | quote }} }
- { name: OIDC_OFFICES_CLAIM, value: {{ .officesClaim | quote }} }
{{- end -}}
{{- end -}}

{{- define "lienthong.volumeMounts" -}}
- name: tmp
  mountPath: /tmp
{{- if include "lienthong.hasKafkaCa" . }}
- name: kafka-ca
  mountPath: /etc/lienthong/kafka
  readOnly: true
{{- end }}
{{- if .Values.mongodb.caSecret }}
- name: mongodb-ca
  mountPath: /etc/lienthong/mongodb
  readOnly: true
{{- end }}
{{- end -}}

{{- define "lienthong.volumes" -}}
- name: tmp
  emptyDir: { sizeLimit: 64Mi }
{{- if include "lienthong.hasKafkaCa" . }}
- name: kafka-ca
  secret:
    secretName: {{ .Values.kafka.tls.caSecret }}
    items: [{ key: {{ .Values.kafka.tls.caKey }}, path: ca.crt }]
{{- end }}
{{- with .Values.mongodb }}
{{- if .caSecret }}
- name: mongodb-ca
  secret:
    secretName: {{ .caSecret }}
    items: [{ key: {{ .caKey }}, path: ca.crt }]
{{- end }}
{{- end }}
{{- end -}}

{{- define "lienthong.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end -}}

{{/* What every pod of the chart has, whatever it runs. */}}
{{- define "lienthong.podSpec" -}}
automountServiceAccountToken: false
# Without it a Service named like a variable of ours would overwrite it.
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  runAsGroup: 1000
  fsGroup: 1000
  seccompProfile: { type: RuntimeDefault }
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end -}}
