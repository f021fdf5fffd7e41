import io.github.chalicemaven.it.InvokedProject

def template = InvokedProject.read(new File(basedir, 'target/pipeline.json'))
assert template.Resources.AppPackageBuild.Properties.Source.BuildSpec == 'ci/buildspec.yml'
assert new File(basedir, 'ci/buildspec.yml').bytes == InvokedProject.expected(basedir, 'buildspec.yml').bytes
assert !new File(basedir, 'target/buildspec.yml').exists()
return true
