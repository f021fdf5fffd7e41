import io.github.chalicemaven.it.InvokedProject

def logs = InvokedProject.logs(basedir)
def invoker = new Properties()
new File(basedir, 'invoker.properties').withInputStream { invoker.load(it) }
def printed = { int run -> (logs[run - 1] =~ /(?m)^\[ERROR\]   mvn (-f .*)$/)[0][1].replace("'", '') }

// The command that is printed is the one that the next run runs.
[1, 4].each { run -> assert printed(run) == invoker["invoker.goals.${run + 1}".toString()] }
assert logs[0].contains('build/orders/pipeline.json does not exist')
assert logs[1].contains('[INFO] Wrote build/orders/pipeline.json')
assert logs[2].contains('[INFO] build/orders/pipeline.json is up to date.')
assert logs[4].contains('[INFO] Wrote build/orders/eu.json')
assert logs[5].contains('[INFO] build/orders/eu.json is up to date.')

assert logs[6].contains('build/orders/pipeline.json is out of date:')
assert logs[6].contains('The build uses settings of the profile live, but the committed file is that of the build without'
    + ' it. Check without the profile, or give it a <pipelineFile> of its own.')
assert !logs[6].contains('chalice.update')
return true
