#compdef netkeep
# Completion of netkeep for zsh 5.8 and newer. Made by: netkeep completion zsh
# What is typed is taken out of its quotes, never evaluated; zsh itself quotes what it inserts.

_netkeep() {
  # The word up to the cursor. zsh keeps the opening quote apart; without its end it would not be taken for one.
  local current=${(Q)${:-$QIPREFIX$PREFIX${compstate[quote]#\$}}}
  local -a values descriptions shown
  local line value keep= files=
  for line in "${(@f)$(command netkeep complete zsh -- "${(@Q)words[2,CURRENT-1]}" "$current" 2>/dev/null </dev/null)}"; do
    case $line in
      $'\tfiles') files=1 ;;
      $'\tkeep') keep=1 ;;
      ?*)
        values+=("${line%%$'\t'*}")
        descriptions+=("${line#*$'\t'}")
        ;;
    esac
  done

  # Of `--circle=in`, only what stands behind the equals sign is to be replaced.
  if [[ $PREFIX == --*=* ]]; then
    compset -P 1 '*='
    values=("${(@)values#*=}")
  fi
  if [[ -n $files ]]; then
    _files
    return
  fi
  # Of what zsh is going to expand, nobody knows yet what it will be.
  if [[ $compstate[quote] != \' && ${PREFIX//\\?/} == *[\$\`]* ]]; then
    return 1
  fi

  local -i index width=0
  for value in "${(@)values}"; do
    (( ${(m)#value} > width )) && width=${(m)#value}
  done
  for (( index = 1; index <= $#values; index++ )); do
    value=$values[index]
    [[ -n $descriptions[index] ]] && value="${(mr:width:)value}  $descriptions[index]"
    shown+=("${value[1,COLUMNS-1]}")
  done
  # zsh would put what all have in common in place of what is typed, though it says less.
  [[ -n $keep ]] && compstate[insert]= compstate[list]='list force'
  local -a layout=()
  [[ -n ${(j::)descriptions} ]] && layout=(-l)
  compadd -U -i "$IPREFIX" -V netkeep $layout -d shown -a values
}

if [[ ${funcstack[1]-} == _netkeep ]]; then
  _netkeep "$@"
else
  compdef _netkeep netkeep
fi
