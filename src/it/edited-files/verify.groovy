import io.github.chalicemaven.it.InvokedProject

def logs = InvokedProject.logs(basedir)
assert logs[0].contains('[WARNING] Kept pipeline.json, which was edited or was not written by this plugin. To replace it, use'
    + ' mvn chalice:generate-pipeline@pipeline -Dchalice.update.')
assert logs[0].contains('pipeline.json is out of date:')
def printed = (logs[0] =~ /(?m)^\[ERROR\]   mvn (.*)$/)[0][1]
assert printed == 'chalice:generate-pipeline@pipeline -Dchalice.update=template'
assert logs[1].contains('[INFO] Wrote pipeline.json')
assert logs[2].contains('[INFO] pipeline.json is up to date.')
(0..3).each { assert logs[it].contains('[INFO] Kept ci/buildspec.yml, which was edited or was not written by this plugin.') }
[0, 2].each { assert logs[it].contains('[INFO] ci/buildspec.yml was edited or was not written by this plugin: it is kept, and not compared.') }

// What nobody has edited follows the settings.
assert logs[3].contains('[INFO] Wrote pipeline.json')
assert logs[4].contains('[INFO] Wrote ci/buildspec.yml')
assert new File(basedir, 'ci/buildspec.yml').text.endsWith(InvokedProject.expected(basedir, 'buildspec.yml').text)
return true
