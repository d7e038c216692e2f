# Completion of netkeep for fish 3.1 and newer. Made by: netkeep completion fish
# What is typed is taken out of its quotes by fish, never evaluated; fish itself quotes what it inserts.

# Sets __netkeep_candidates. False where files are asked for: then fish offers those, as it does by default.
function __netkeep_ask
    set -l words (commandline --cut-at-cursor --current-process --tokenize)
    # The word at the cursor is not among them; it may be in a quote that is still open.
    set -l current (string unescape -- (commandline --cut-at-cursor --current-token))
    set -l answer (command netkeep complete fish -- $words[2..-1] "$current" 2>/dev/null </dev/null)
    # fish never shortens what is typed, so `keep` says nothing to it.
    set -g __netkeep_candidates (string match --invert -- \t'*' $answer)
    not contains -- \tfiles $answer
end

complete --command netkeep --condition __netkeep_ask --no-files --keep-order --arguments '$__netkeep_candidates'
