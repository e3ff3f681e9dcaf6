{{/* The release's name, with the chart's name unless it has it already. */}}
{{- define "lienthong.fullname" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{ .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else -}}
{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}
{{- end -}}
{{- end -}}

{{- define "lienthong.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "lienthong.labels" -}}
{{ include "lienthong.selector" . }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version | replace "+" "_" }}
{{- end -}}

{{/* One service's values over the defaults; takes (dict "root" $ "name" <service>), gives YAML. */}}
{{- define "lienthong.service" -}}
{{ mergeOverwrite (deepCopy .root.Values.serviceDefaults) (deepCopy (index .root.Values.services .name)) | toYaml }}
{{- end -}}

{{- define "lienthong.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}

{{/* Where the services find one another. */}}
{{- define "lienthong.serviceUrls" -}}
{{- $root := . -}}
{{- $urls := list -}}
{{- range $name := keys .Values.services | sortAlpha -}}
{{- $urls = append $urls (printf "%s=http://%s-%s:3000" $name (include "lienthong.fullname" $root) $name) -}}
{{- end -}}
{{ join " " $urls }}
{{- end -}}
