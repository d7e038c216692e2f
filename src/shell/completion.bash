# Completion of netkeep for bash 3.2 and newer; bash-completion is not needed. Made by: netkeep completion bash
# What is typed is taken apart here, letter by letter, and never evaluated.

_netkeep() {
  COMPREPLY=()
  # The part of the line that readline will replace; it may be less than the word, for words end at = and : and @ too.
  local replaced=${2-} line=${COMP_LINE:0:COMP_POINT}
  local start=$((${#line} - ${#replaced}))
  local -a words=()
  # Of the word being read: its text without quotes, the quote it is in, whether it has begun.
  local word='' quote='' begun=''
  # What stands in the word before the replaced part; whether the shell would expand something of it.
  local head='' expands='' at=0 char next

  while ((at <= ${#line})); do
    ((at == start)) && head=$word
    ((at == ${#line})) && break
    char=${line:at:1}
    next=${line:at+1:1}
    case $quote$char in
      [[:blank:]])
        if [[ -n $begun ]]; then words+=("$word"); fi
        word='' begun='' head='' expands=''
        ;;
      \' | \") quote=$char begun=1 ;;
      \'\' | \"\") quote='' ;;
      \\ | \"\\)
        # Within double quotes a backslash stands for itself before most letters.
        if [[ -n $quote && -n $next && $next != [\$\`\"\\] ]]; then word+=\\; fi
        begun=1
        if [[ -n $next ]]; then
          at=$((at + 1))
          ((at == start)) && head=$word
          word+=$next
        fi
        ;;
      \'*) word+=$char ;;
      *)
        case $char in \$ | \`) expands=1 ;; esac
        word+=$char begun=1
        ;;
    esac
    at=$((at + 1))
  done
  words+=("$word")

  local reply value keep='' files='' REPLY=''
  reply=$(command netkeep complete bash -- "${words[@]:1}" 2>/dev/null </dev/null) || return 0
  while IFS= read -r value; do
    case $value in
      $'\tfiles') files=1 ;;
      $'\tkeep') keep=1 ;;
      ?*)
        value=${value%%$'\t'*}
        if [[ -z $expands && $value == "$head"* ]]; then
          _netkeep_quote "${value:${#head}}" "$quote"
          COMPREPLY+=("$REPLY")
        fi
        ;;
    esac
  done <<<"$reply"

  if [[ -n $files ]]; then
    _netkeep_files "$replaced"
  elif [[ -n $keep ]] && ((${#COMPREPLY[@]} > 1)); then
    # readline puts what all have in common in place of what is typed. With this they have nothing in common.
    COMPREPLY+=(' ')
  fi
  return 0
}

# Sets REPLY to the text as it may stand behind an opening quote, or without one.
_netkeep_quote() {
  local text=$1 quote=$2 quoted='' char
  if [[ -z $quote ]]; then
    printf -v REPLY %q "$text"
    # Older versions leave a tilde alone.
    if [[ $REPLY == \~* ]]; then REPLY=\\$REPLY; fi
    return
  fi
  while [[ -n $text ]]; do
    char=${text:0:1}
    text=${text:1}
    case $quote$char in
      \'\') quoted+=\'\\\'\' ;;
      \"[\$\`\"\\]) quoted+=\\$char ;;
      # History expansion takes no notice of double quotes.
      \"!) quoted+=\"\\!\" ;;
      *) quoted+=$char ;;
    esac
  done
  REPLY=$quoted
}

# Leaves files to readline, which knows folders and links. It cannot be told so in bash 3.2, and would not find one in `--db=file`.
_netkeep_files() {
  local option='' typed=$1 file home REPLY
  COMPREPLY=()
  if [[ $typed == --*=* ]]; then
    option=${typed%%=*}=
    typed=${typed#*=}
  elif type compopt >/dev/null 2>&1; then
    compopt -o default
    return
  fi
  while IFS= read -r file; do
    home=''
    if [[ $file == \~/* ]]; then home=\~/ file=${file:2}; fi
    if [[ -n $file ]]; then
      _netkeep_quote "$file" ''
      COMPREPLY+=("$option$home$REPLY")
    fi
  done <<<"$(compgen -f -- "$typed")"
}

complete -F _netkeep netkeep
