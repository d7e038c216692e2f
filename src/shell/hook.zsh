# netkeep: how many contacts are cold, in NETKEEP_DUE and before the prompt.
#
# Printed by "netkeep init zsh". Among the last lines of ~/.zshrc, write:
#   eval "$(netkeep init zsh)"
# That starts Node once for each shell. To start nothing, keep this text in a file,
#   netkeep init zsh > ~/.netkeep.zsh
# again after an update or other settings, and write instead:
#   . ~/.netkeep.zsh
#
# The count is read from a small file beside the database, by zsh alone.

typeset -g __netkeep_db=@DATABASE@
typeset -g __netkeep_text=@TEXT@
typeset -g __netkeep_color=@COLOR@
zmodload zsh/system 2> /dev/null || :

# Sets NETKEEP_DUE: 1 to 9999, or empty where nobody is cold or the file cannot be trusted.
__netkeep_count() {
  emulate -L zsh
  local db=${NETKEEP_DB:-$__netkeep_db} today=${(%):-%D{%Y%m%d}} version='' count='' text='' chunk='' line=''
  local file=$db.prompt
  local -i bytes=0
  typeset -g NETKEEP_DUE=
  # A file of this user's own, no link, and not older than the database.
  [[ -f $file && ! -L $file && -O $file && -e $db && ! $db -nt $file ]] || return 0
  {
    # Bit by bit, as few lines are needed; never more than netkeep writes: the file may be anything.
    while sysread -s 64 chunk; do
      (( (bytes += 64) <= 8192 )) || return 0
      text+=$chunk
      while [[ $text == *$'\n'* ]]; do
        line=${text%%$'\n'*} text=${text#*$'\n'}
        if [[ -z $version ]]; then
          [[ $line == 'netkeep 1' ]] || return 0
          version=$line
          continue
        fi
        # YYYYMMDD COUNT. What is no number must never reach arithmetic, which would run code in it: digits are compared as text.
        [[ ${#line} -gt 13 || ${line:8:1} != ' ' || -z ${line:9} || ${line:9} == 0?* || ${line:0:8}${line:9} == *[^0123456789]* ]] && return 0
        [[ ${line:0:8} > $today ]] && break 2
        count=${line:9}
      done
    done
  } 2> /dev/null < $file
  [[ $count == 0 ]] || typeset -g NETKEEP_DUE=$count
  return 0
}

# Puts the text before the prompt, unless the prompt shows NETKEEP_DUE in its own way. The prompt itself never changes again: its first
# part shows an element of psvar, which zsh takes literally.
__netkeep_mark() {
  # In emulation of sh, prompts know no percent signs.
  [[ -o promptpercent ]] || return 0
  emulate -L zsh
  local shown='' lead='' rest=${PROMPT-} mark
  mark="%(77V.%F{${__netkeep_color:-default}}%77v%f.)%(78V.%78v.)"
  [[ -z ${NETKEEP_DUE-} ]] || shown=${__netkeep_text//'{count}'/$NETKEEP_DUE}
  if [[ -n $__netkeep_color && ${TERM:-dumb} != dumb && -z ${NO_COLOR-} ]]; then
    psvar[77]=$shown
    psvar[78]=
  else
    psvar[77]=
    psvar[78]=$shown
  fi
  if [[ -n $rest && -n $__netkeep_text && $rest != *'%(77V.'* && $rest != *NETKEEP_DUE* ]]; then
    # A prompt of two lines begins with a line break.
    while [[ $rest == $'\n'* ]]; do
      lead+=$'\n' rest=${rest#$'\n'}
    done
    PROMPT=$lead$mark$rest
  fi
  return 0
}

# The count before all others, for those that show NETKEEP_DUE; the mark after all that set PROMPT.
__netkeep_install() {
  emulate -L zsh
  typeset -ga precmd_functions
  precmd_functions=(__netkeep_count "${(@)precmd_functions:#__netkeep_*}" __netkeep_mark)
}
__netkeep_install
unfunction __netkeep_install
__netkeep_count
