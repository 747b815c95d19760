# Sourced by ./mvnw and ./hobson. find_jdk PROGRAM sets HOBSON_JDK to the home of a JDK 25 or newer that has bin/PROGRAM,
# or says in one sentence what to install and fails.
# Looks in HOBSON_JDK, JAVA_HOME, PATH, and where distributions and version managers put JDKs. Starts no program for that:
# every start of the server comes through here.
find_jdk() {
  program=$1
  for home in "${HOBSON_JDK:-}" "${JAVA_HOME:-}"; do
    is_jdk_25 "$home" "$program" && HOBSON_JDK=$home && return 0
  done
  on_path=$(command -v java 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null) && on_path=${on_path%/bin/java}
  for home in "${on_path:-}" \
      /usr/lib/jvm/* /usr/java/* /usr/local/java/* /opt/*jdk* /opt/java/* /opt/hostedtoolcache/Java_*/*/x64 \
      "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* "${HOME:-/}"/.asdf/installs/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    is_jdk_25 "$home" "$program" && HOBSON_JDK=$home && return 0
  done
  echo "Hobson needs a JDK 25 and found none in JAVA_HOME, PATH or /usr/lib/jvm: install one (for example Temurin's package temurin-25-jdk) or set JAVA_HOME to it." >&2
  return 1
}

# is_jdk_25 HOME PROGRAM
is_jdk_25() {
  [ -n "$1" ] && [ -x "$1/bin/$2" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      JAVA_VERSION=\"*)
        line=${line#JAVA_VERSION=\"}
        major=${line%%[!0-9]*}
        [ "${major:-0}" -ge 25 ]
        return
        ;;
    esac
  done <"$1/release"
  return 1
}
