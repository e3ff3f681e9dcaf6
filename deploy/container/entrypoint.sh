#!/bin/sh
# Starts one service of the image: entrypoint.sh <service> [flags]
# `entrypoint.sh prepare` makes the topics and the indexes of every service, then ends.
# VARIABLE_FILE=<path> gives a secret variable the content of a file (Docker and Compose secrets).
set -eu

services='gateway orchestrator civil-registry residency health-insurance social-benefits judicial-records console'

fail() {
  echo "lienthong: $1" >&2
  exit 2
}

for name in MONGODB_URI KAFKA_SASL_USERNAME KAFKA_SASL_PASSWORD SERVICE_API_KEY; do
  eval "file=\${${name}_FILE:-}"
  [ -n "$file" ] || continue
  [ -r "$file" ] || fail "${name}_FILE is \"$file\": it cannot be read"
  eval "$name=\$(cat \"\$file\")"
  export "${name?}"
done

service=${1:-}
[ $# -eq 0 ] || shift

# `exec`: the signals of the container runtime reach node itself.
case " $services prepare " in
  *" ${service:-none} "*) ;;
  *) fail "\"$service\" is no service: choose one of $services, or prepare" ;;
esac
[ "$service" = prepare ] && exec node dist/apps/services/src/prepare.js "$@"
exec node "dist/apps/$service/src/main.js" "$@"
