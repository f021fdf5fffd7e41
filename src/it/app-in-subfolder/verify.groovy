import io.github.chalicemaven.it.InvokedProject

def template = InvokedProject.read(new File(basedir, 'target/pipeline.json'))
// From the application's configuration, not from the POM.
assert template.Parameters.ApplicationName.Default == 'orders'

def buildSpec = InvokedProject.read(new File(basedir, 'target/buildspec.yml'))
assert buildSpec.phases.install['runtime-versions'].python == '3.13'
assert buildSpec.phases.install.commands[1] == "(cd 'order service' && pip install -r requirements.txt)"
assert buildSpec.phases.build.commands[0] == "chalice --project-dir 'order service' package /tmp/packaged"
assert InvokedProject.files(new File(basedir, 'order service/target')) == []
return true
