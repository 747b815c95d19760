# Sourced by ./mvnw and ./hobson. find_jdk PROGRAM sets HOBSON_JDK to the home of a JDK 25 or newer that has bin/PROGRAM,
# or says in one sentence what to install and fails.
find_jdk() {
  program=$1
  on_path=$(command -v java 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null) && on_path=${on_path%/bin/java}
  for home in "${HOBSON_JDK:-}" "${JAVA_HOME:-}" "${on_path:-}" \
      /usr/lib/jvm/* /usr/java/* /usr/local/java/* /opt/*jdk* /opt/java/* /opt/hostedtoolcache/Java_*/*/x64 \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$home" ] && [ -x "$home/bin/$program" ] && [ -r "$home/release" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    if [ "${version:-0}" -ge 25 ]; then
      HOBSON_JDK=$home
      return 0
    fi
  done
  echo "Hobson needs a JDK 25 and found none in JAVA_HOME, PATH or /usr/lib/jvm: install one (for example Temurin's package temurin-25-jdk) or set JAVA_HOME to it." >&2
  return 1
}
