import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir)
new File(basedir, 'pipeline.json').text = '{"Resources": {}}\n'
new File(basedir, 'ci').mkdir()
new File(basedir, 'ci/buildspec.yml').text = 'version: "0.2"\n# By hand.\n'
return true
