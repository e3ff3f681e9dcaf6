{{/* Stops where replicas would stand idle. Takes (dict "root" $ "name" <service> "service" <values>). */}}
{{- define "lienthong.requireReplicas" -}}
{{- $partitions := int .root.Values.kafka.partitions -}}
{{- if lt (int .service.maxReplicas) (int .service.minReplicas) -}}
{{- fail (printf "services.%s: maxReplicas %d is less than minReplicas %d" .name (int .service.maxReplicas) (int .service.minReplicas)) -}}
{{- end -}}
{{- if and (ne .name "gateway") (gt (int .service.maxReplicas) $partitions) -}}
{{- fail (printf "services.%s: maxReplicas %d is more than kafka.partitions %d; the others would stand idle" .name (int .service.maxReplicas) $partitions) -}}
{{- end -}}
{{- end -}}
