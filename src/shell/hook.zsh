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
# No count: what is shown may be of an earlier reading of this script.
typeset -g __netkeep_told=new __netkeep_shown='%(0j..)'
zmodload zsh/system 2> /dev/null || :

# Sets NETKEEP_DUE: 1 to 9999, or empty where nobody is cold or the file cannot be trusted. Written to mean the same with any options
# set: to reset them here would take a fifth of its time.
__netkeep_count() {
  local db=${NETKEEP_DB:-$__netkeep_db} today=${(%):-%D{%Y%m%d}} text='' more='' count='' nl=$'\n'
  local -i parts=0
  typeset -g NETKEEP_DUE=
  # A file of this user's own, no link, and not older than the database.
  [[ -f $db.prompt && ! -L $db.prompt && -O $db.prompt && -e $db && ! $db -nt $db.prompt ]] || return 0
  {
    {
      # Part by part, since few lines are needed, and never more than netkeep writes: the file may be anything.
      sysread -s 64 text || return 0
      [[ $text == "netkeep 1$nl"* ]] || return 0
      if [[ $text == *"$nl$today "*"$nl"* ]]; then
        # Mostly today has a line of its own; then no other is read.
        text=${text#*"$nl$today "}
        count=${text:0:5}
        text=
      else
        text=${text:10}
      fi
      # YYYYMMDD COUNT. What is no number must never reach arithmetic, which would run code in it: digits are compared as text.
      while [[ $text == *"$nl"* && ${text:0:8}${text:9:1} != *[^0123456789]* && ${text:8:1} == ' ' ]]; do
        if [[ ${text:0:8} > $today ]]; then
          text=
          break
        fi
        count=${text:9:5}
        text=${text#*"$nl"}
        if [[ $text != *"$nl"* ]] && (( ++parts < 128 )) && sysread -s 64 more; then text+=$more; fi
      done
    } < "$db.prompt"
  } 2> /dev/null
  count=${count%%"$nl"*}
  # Nothing may be left over of the lines up to today.
  if [[ -z $text && $parts -lt 128 && ${#count} -le 4 && $count != 0* && $count != *[^0123456789]* ]]; then typeset -g NETKEEP_DUE=$count; fi
  return 0
}

# Puts the text before the prompt, or in the place of an older one of its own, unless the prompt shows NETKEEP_DUE in its own way. A sign
# that shows nothing stands on both sides of it, by which it is found again, however others wrap the prompt.
__netkeep_mark() {
  # Without percent signs in prompts there is no place for it.
  [[ -o promptpercent && -n $__netkeep_text && -n ${PROMPT-} ]] || return 0
  local now=${NETKEEP_DUE-}
  if [[ -o promptsubst ]]; then now+=s; fi
  if [[ -o promptbang ]]; then now+=b; fi
  # Mostly nothing is new.
  [[ $now != "$__netkeep_told" || $PROMPT != *"$__netkeep_shown"* ]] || return 0
  typeset -g __netkeep_told=$now
  local rest=$PROMPT sign='%(0j..)' text='' lead=''
  if [[ -n ${NETKEEP_DUE-} ]]; then
    text=${__netkeep_text//'{count}'/$NETKEEP_DUE}
    # Taken literally, whatever prompts mean here.
    text=${text//'%'/%%}
    if [[ -o promptbang ]]; then text=${text//'!'/!!}; fi
    if [[ -o promptsubst ]]; then
      text=${text//\\/\\\\}
      text=${text//\$/\\\$}
      text=${text//\`/\\\`}
    fi
    if [[ -n $__netkeep_color && ${TERM:-dumb} != dumb && -z ${NO_COLOR-} ]]; then text="%F{$__netkeep_color}$text%f"; fi
  fi
  typeset -g __netkeep_shown=$sign$text$sign
  if [[ $rest == *"$sign"*"$sign"* ]]; then
    PROMPT=${rest%%"$sign"*}$__netkeep_shown${rest##*"$sign"}
  elif [[ $rest != *NETKEEP_DUE* ]]; then
    # A prompt of two lines begins with a line break.
    while [[ $rest == $'\n'* ]]; do
      lead+=$'\n' rest=${rest#$'\n'}
    done
    PROMPT=$lead$__netkeep_shown$rest
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
