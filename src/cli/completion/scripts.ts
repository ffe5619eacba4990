/** The shells netroi can complete in. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/**
 * What makes a shell ask netroi for the words at the cursor, so that they are always those of the netroi and
 * the journal at hand: its first line of answer says of what kind they are, each other is a word (and, after a
 * tab, what it means; bash has no room for that). Where netroi fails, there are no words.
 */
export const scripts: Readonly<Record<Shell, string>> = {
  bash: `# bash completion for netroi. In ~/.bashrc: eval "$(netroi completion bash)"
_netroi() {
  local kind word program=\${1/#\\~\\//$HOME/}
  COMPREPLY=()
  {
    IFS= read -r kind
    while IFS= read -r word; do COMPREPLY+=("$word"); done
  } < <("$program" completion words bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  case $kind in
    files) compopt -o default ;;
    list) compopt -o nospace ;;
  esac 2>/dev/null
  return 0
}
complete -F _netroi netroi
`,
  zsh: `#compdef netroi
# zsh completion for netroi. In ~/.zshrc, after compinit: eval "$(netroi completion zsh)"
_netroi() {
  local kind line word width=0
  local -a lines found shown suffix
  lines=("\${(@f)$("\${(Q)words[1]/#\\~\\//$HOME/}" completion words zsh -- \\
    "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)}")
  kind=$lines[1]
  if [[ $kind == files ]]; then
    [[ $PREFIX == -*=* ]] && compset -P '*='
    _files
    return
  fi
  for line in "\${(@)lines[2,-1]}"; do
    word=\${line%%$'\\t'*}
    found+=("$word")
    (( $#word > width )) && width=$#word
  done
  (( $#found )) || return 1
  [[ $kind == list ]] && suffix=(-S '')
  if [[ "\${(@)lines[2,-1]}" == *$'\\t'* ]]; then
    for line in "\${(@)lines[2,-1]}"; do
      shown+=("\${(mr:width:)line%%$'\\t'*}  \${\${(M)line%%$'\\t'*}#?}")
    done
    compadd $suffix -l -d shown -a found
  else
    compadd $suffix -a found
  fi
}
if [[ \${funcstack[1]-} == _netroi ]]; then
  _netroi "$@"
else
  compdef _netroi netroi
fi
`,
  fish: `# fish completion for netroi: netroi completion fish > ~/.config/fish/completions/netroi.fish
function __netroi_words
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -q current[1]; or set current ''
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    set -e words[1]
    set -l lines ($program completion words fish -- $words "$current" 2>/dev/null)
    if test "$lines[1]" = files
        __fish_complete_path (string replace -r '^--[a-z-]+=' '' -- $current)
    else
        set -e lines[1]
        printf '%s\\n' $lines
    end
end
complete -c netroi -f -a '(__netroi_words)'
`,
};
