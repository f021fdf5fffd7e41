import io.github.chalicemaven.it.InvokedProject

// The same files as with a POM.
['pipeline.json', 'buildspec.yml'].each { name ->
  assert new File(basedir, "target/$name").bytes == InvokedProject.expected(basedir, name).bytes
}
assert InvokedProject.files(new File(basedir, 'target')) == ['buildspec.yml', 'pipeline.json']

// Paths are taken from the folder in which the command runs.
def template = InvokedProject.read(new File(basedir, 'deploy/pipeline.yaml'))
def source = template.Resources.AppPipeline.Properties.Stages[0].Actions[0]
assert source.ActionTypeId.Provider == 'GitHub'
assert source.Configuration.Branch == 'main'
assert !template.Resources.AppPackageBuild.Properties.Source.containsKey('BuildSpec')
def buildSpec = InvokedProject.read(new File(basedir, 'buildspec.yml'))
assert buildSpec.phases.install['runtime-versions'].python == '3.12'

def logs = InvokedProject.logs(basedir)
assert logs.size() == 2
assert logs[0].contains('[INFO] Wrote target/pipeline.json')
assert logs[1].contains('[INFO] Wrote deploy/pipeline.yaml')
assert logs[1].contains('[INFO] Wrote buildspec.yml')
return true
