#!/usr/bin/env bash
# What a container of the image does:
#   ingestor|featurizer|scorer|retrainer|console serve|migrate   one service, or the migrations of one
#   migrate                                                      the migrations of all services, one after the other
#   wr ARGUMENTS...                                              the command line
#   demo-once                                                    the demonstration, unless it was shown already
#   admin-secrets                                                the administrators' passwords, unless they were made already
set -euo pipefail

settings=/run/workflow-recovery
readonly settings

# One variable per line, its value as it is: no shell reads it. Without the file the variables come from elsewhere.
load() {
  [[ -e $1 ]] || return 0
  local line
  while IFS= read -r line; do
    export "${line?}"
  done <"$1"
}

run_service() {
  local service=$1 verb=$2
  if [[ $verb == migrate ]]; then
    load "$settings/migrator/migrate.env"
  else
    load "$settings/$service/serve.env"
  fi
  cd "/app/$service"
  exec dotnet "WorkflowRecovery.${service^}.dll" "$verb"
}

# Those who read these files are other users in other containers, so modes are for the reader: a volume per reader
# keeps everybody else out. The broker's administrator goes by another name than "guest", which is for localhost only.
make_admin_secrets() {
  if [[ -e $settings/admin/made ]]; then
    echo "The administrators' passwords are there already."
    return
  fi
  local broker database
  broker=$(random)
  database=$(random)
  write 0444 "$settings/rabbitmq/rabbitmq.conf" "default_user = administrator"$'\n'"default_pass = $broker"
  write 0444 "$settings/postgres/password" "$database"
  write 0400 "$settings/admin/amqp-management-uri" "http://administrator:$broker@rabbitmq:15672"
  write 0400 "$settings/admin/postgres-uri" "postgresql://postgres:$database@postgres:5432/postgres"
  write 0400 "$settings/admin/made" ""
  echo "The administrators' passwords were made."
}

random() {
  head -c 20 /dev/urandom | od -An -v -tx1 | tr -d ' \n'
}

# An interrupted call may have left some of the files.
write() {
  rm -f "$2"
  (umask 077 && printf '%s\n' "$3" >"$2")
  chmod "$1" "$2"
}

# Again with another seed, since what was recommended already is not recommended twice.
show_once() {
  if [[ -e $WR_HOME/shown ]]; then
    echo "The demonstration was shown already. Once more: docker compose run --rm wr demo --running --seed 2"
    return
  fi
  dotnet /app/wr/wr.dll demo --running --seed "$(date +%s)"
  touch "$WR_HOME/shown"
}

case "${1-}" in
  ingestor | featurizer | scorer | retrainer | console)
    run_service "$1" "${2-serve}"
    ;;
  migrate)
    for service in ingestor featurizer scorer retrainer console; do
      (run_service "$service" migrate)
    done
    ;;
  wr)
    shift
    exec dotnet /app/wr/wr.dll "$@"
    ;;
  demo-once)
    show_once
    ;;
  admin-secrets)
    make_admin_secrets
    ;;
  *)
    echo "usage: ingestor|featurizer|scorer|retrainer|console serve|migrate, or: migrate, wr, demo-once, admin-secrets" >&2
    exit 2
    ;;
esac
