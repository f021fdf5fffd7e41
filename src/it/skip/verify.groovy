import io.github.chalicemaven.it.InvokedProject

assert InvokedProject.logs(basedir)[0].contains('[INFO] Skipped, as <skip> (-Dchalice.skip) says.')
assert InvokedProject.files(new File(basedir, 'target')) == []
return true
