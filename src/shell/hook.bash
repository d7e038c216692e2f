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

# Another shell that reads this by mistake must not stumble over it.
[ -n "${BASH_VERSION-}" ] || return 0

__netkeep_db=@DATABASE@
__netkeep_text=@TEXT@
__netkeep_color=@COLOR@
# A line of the file, YYYYMMDD COUNT, and whatever follows it.
__netkeep_line='[0123456789][0123456789][0123456789][0123456789][0123456789][0123456789][0123456789][0123456789] [0123456789]*
*'
# No count: what is shown may be of an earlier reading of this script.
__netkeep_told=new
if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 402)); then __netkeep_has_clock=1; else __netkeep_has_clock=; fi

# Sets NETKEEP_DUE: 1 to 9999, or empty where nobody is cold or the file cannot be trusted.
__netkeep_count() {
  local nk_status=$? nk_db=${NETKEEP_DB:-$__netkeep_db} nk_today='' nk_text='' nk_more='' nk_count='' nk_parts=0
  NETKEEP_DUE=
  # A file of this user's own, no link, and not older than the database.
  if [[ -f $nk_db.prompt && ! -L $nk_db.prompt && -O $nk_db.prompt && -e $nk_db && ! $nk_db -nt $nk_db.prompt ]]; then
    if [[ $__netkeep_has_clock ]]; then printf -v nk_today '%(%Y%m%d)T' -1; else nk_today=$(exec date +%Y%m%d); fi
    {
      # Part by part, since few lines are needed, and never more than netkeep writes: the file may be anything.
      IFS= read -r -d '' -n 64 nk_text || :
      if [[ $nk_text == 'netkeep 1'$'\n'*$'\n'"$nk_today "*$'\n'* ]]; then
        # Mostly today has a line of its own; then no other is read.
        nk_text=${nk_text#*$'\n'"$nk_today "}
        nk_count=${nk_text:0:5}
        nk_text=
      elif [[ $nk_text == 'netkeep 1'$'\n'* ]]; then
        nk_text=${nk_text:10}
        # What is no number must never reach arithmetic, which would run code in it: digits are compared as text.
        # shellcheck disable=SC2053
        while [[ $nk_text == $__netkeep_line ]]; do
          if [[ ${nk_text:0:8} > $nk_today ]]; then
            nk_text=
            break
          fi
          nk_count=${nk_text:9:5}
          nk_text=${nk_text#*$'\n'}
          if [[ $nk_text != *$'\n'* ]] && ((++nk_parts < 128)); then
            IFS= read -r -d '' -n 64 nk_more || :
            nk_text+=$nk_more
          fi
        done
      fi
    } 2> /dev/null < "$nk_db.prompt"
    nk_count=${nk_count%%$'\n'*}
    # Nothing may be left over of the lines up to today.
    if [[ -z $nk_text && $nk_parts -lt 128 && ${#nk_count} -le 4 && $nk_count != 0* && $nk_count != *[!0123456789]* ]]; then
      NETKEEP_DUE=$nk_count
    fi
  fi
  return "$nk_status"
}

# Puts the text before the prompt, unless the prompt shows NETKEEP_DUE in its own way.
__netkeep_mark() {
  local nk_status=$? nk_lead nk_rest
  # Mostly nothing is new.
  if [[ ${NETKEEP_DUE-} == "$__netkeep_told" && ${PS1-} == *__netkeep_shown* ]]; then return "$nk_status"; fi
  __netkeep_told=${NETKEEP_DUE-}
  nk_lead=
  nk_rest=${PS1-}
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
  if [[ -n $nk_rest && -n $__netkeep_text && $nk_rest != *__netkeep_shown* && $nk_rest != *NETKEEP_DUE* ]] && shopt -q promptvars; then
    # A prompt of two lines begins with a line break.
    while [[ $nk_rest == '\n'* || $nk_rest == $'\n'* ]]; do
      if [[ $nk_rest == '\n'* ]]; then nk_lead+='\n' nk_rest=${nk_rest#'\n'}; else nk_lead+=$'\n' nk_rest=${nk_rest#$'\n'}; fi
    done
    PS1=$nk_lead'\[${__netkeep_on-}\]${__netkeep_shown-}\[${__netkeep_off-}\]'$nk_rest
  fi
  return "$nk_status"
}

# Whether a variable may be set.
__netkeep_may_set() {
  local "$1" 2> /dev/null
}

# The count before all others, for those that show NETKEEP_DUE; the mark after all that set PS1. "&& :" keeps $? without tripping over "set -e".
if ! __netkeep_may_set PS1; then __netkeep_text=; fi
if [[ ${bash_preexec_imported-}${__bp_imported-} ]]; then
  if [[ "${precmd_functions[*]-}" != *__netkeep_count* ]]; then
    precmd_functions=(__netkeep_count ${precmd_functions[@]+"${precmd_functions[@]}"} __netkeep_mark)
  fi
elif [[ "${PROMPT_COMMAND[*]-}" != *__netkeep_count* ]] && __netkeep_may_set PROMPT_COMMAND; then
  if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 501)); then
    # Each element finds $? and PIPESTATUS as the command line left them.
    PROMPT_COMMAND=('__netkeep_count && :' ${PROMPT_COMMAND[@]+"${PROMPT_COMMAND[@]}"} '__netkeep_mark && :')
  else
    # shellcheck disable=SC2128,SC2178
    PROMPT_COMMAND="__netkeep_count && :
${PROMPT_COMMAND:+$PROMPT_COMMAND
}__netkeep_mark && :"
  fi
fi
unset -f __netkeep_may_set
__netkeep_count || :
