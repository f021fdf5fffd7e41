import io.github.chalicemaven.it.InvokedProject

def logs = InvokedProject.logs(basedir)
assert logs[0].contains('[INFO] pipeline.json is up to date; it was only reformatted.')
assert logs[1].contains('pipeline.json was reformatted, which <strict> (-Dchalice.strict) does not allow:')
return true
