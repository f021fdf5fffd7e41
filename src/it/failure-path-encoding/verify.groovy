import io.github.chalicemaven.it.InvokedProject

// The log is in the locale's encoding too, so the letter is not compared.
def log = InvokedProject.logs(basedir)[0]
assert log.contains(': 1 problem, nothing was written:')
assert log =~ (/<outputFile> \(-Dchalice.outputFile\) is `\S+\/target\/b\S+cher.json`: this path is not valid on this/ +
    / system, whose locale may not support its characters. Use another path, or a UTF-8 locale such as LC_ALL=C.UTF-8./)
assert InvokedProject.files(new File(basedir, 'target')) == []
return true
