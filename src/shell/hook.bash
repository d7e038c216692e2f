# shellcheck shell=bash
# netkeep: how many contacts are cold, in NETKEEP_DUE and before the prompt.
#
# Printed by "netkeep init bash". Among the last lines of ~/.bashrc, write:
#   eval "$(netkeep init bash)"
# That starts Node once for each shell. To start nothing, keep this text in a file,
#   netkeep init bash > ~/.netkeep.bash
# again after an update or other settings, and write instead:
#   . ~/.netkeep.bash
#
# The count is read from a small file beside the database, by bash alone (before bash 4.2: and date).

__netkeep_db=@DATABASE@
__netkeep_text=@TEXT@
__netkeep_color=@COLOR@

if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 402)); then __netkeep_has_clock=1; else __netkeep_has_clock=; fi

# Sets NETKEEP_DUE: 1 to 9999, or empty where nobody is cold or the file cannot be trusted.
__netkeep_count() {
  local status=$? db=${NETKEEP_DB:-$__netkeep_db} today='' text='' more='' count='' parts=0 d='[0123456789]'
  NETKEEP_DUE=
  # A file of this user's own, no link, and not older than the database.
  if [[ -f $db.prompt && ! -L $db.prompt && -O $db.prompt && -r $db.prompt && -e $db && ! $db -nt $db.prompt ]]; then
    if [[ $__netkeep_has_clock ]]; then printf -v today '%(%Y%m%d)T' -1; else today=$(exec date +%Y%m%d); fi
    {
      # Part by part, since few lines are needed, and never more than netkeep writes: the file may be anything.
      IFS= read -r -d '' -n 64 text || :
      if [[ $text == 'netkeep 1'$'\n'* ]]; then
        text=${text:10}
        # YYYYMMDD COUNT. What is no number must never reach arithmetic, which would run code in it: digits are compared as text.
        while [[ $text == $d$d$d$d$d$d$d$d' '$d*$'\n'* ]]; do
          if [[ ${text:0:8} > $today ]]; then
            text=
            break
          fi
          count=${text:9:5}
          text=${text#*$'\n'}
          if [[ $text != *$'\n'* ]] && ((++parts < 128)); then
            IFS= read -r -d '' -n 64 more || :
            text+=$more
          fi
        done
      fi
    } < "$db.prompt"
    count=${count%%$'\n'*}
    # Nothing may be left over that is no such line.
    if [[ -z $text && $parts -lt 128 && ${#count} -le 4 && $count != 0* && $count != *[!0123456789]* ]]; then NETKEEP_DUE=$count; fi
  fi
  return "$status"
}

# Puts the text before the prompt, unless the prompt shows NETKEEP_DUE in its own way.
__netkeep_mark() {
  local status=$? lead='' rest=${PS1-}
  __netkeep_shown=
  __netkeep_on=
  __netkeep_off=
  if [[ -n ${NETKEEP_DUE-} ]]; then
    __netkeep_shown=${__netkeep_text//'{count}'/$NETKEEP_DUE}
    if [[ -n $__netkeep_color && ${TERM:-dumb} != dumb && -z ${NO_COLOR-} ]]; then
      __netkeep_on=$'\e['${__netkeep_color}m
      __netkeep_off=$'\e[0m'
    fi
  fi
  if [[ -n $rest && -n $__netkeep_text && $rest != *__netkeep_shown* && $rest != *NETKEEP_DUE* ]] && shopt -q promptvars; then
    # A prompt of two lines begins with a line break.
    while [[ $rest == '\n'* || $rest == $'\n'* ]]; do
      if [[ $rest == '\n'* ]]; then lead+='\n' rest=${rest#'\n'}; else lead+=$'\n' rest=${rest#$'\n'}; fi
    done
    PS1=$lead'\[${__netkeep_on-}\]${__netkeep_shown-}\[${__netkeep_off-}\]'$rest
  fi
  return "$status"
}

# The count before all others, for those that show NETKEEP_DUE; the mark after all that set PS1. "&& :" keeps $? without tripping over "set -e".
if [[ ${bash_preexec_imported-}${__bp_imported-} ]]; then
  if [[ "${precmd_functions[*]-}" != *__netkeep_count* ]]; then
    precmd_functions=(__netkeep_count ${precmd_functions[@]+"${precmd_functions[@]}"} __netkeep_mark)
  fi
elif [[ "${PROMPT_COMMAND[*]-}" != *__netkeep_count* ]]; then
  if [[ ${PROMPT_COMMAND[1]+several} ]] && ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 501)); then
    PROMPT_COMMAND=('__netkeep_count && :' "${PROMPT_COMMAND[@]}" '__netkeep_mark && :')
  else
    # A string, or an array of one.
    # shellcheck disable=SC2128,SC2178
    PROMPT_COMMAND="__netkeep_count && :
${PROMPT_COMMAND:+$PROMPT_COMMAND
}__netkeep_mark && :"
  fi
fi
__netkeep_count || :
