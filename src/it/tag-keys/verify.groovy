import io.github.chalicemaven.it.InvokedProject

def template = InvokedProject.read(new File(basedir, 'target/pipeline.json'))
def tags = template.Resources.AppPipeline.Properties.Tags
assert tags.contains([Key: 'team', Value: 'shop'])
assert tags.contains([Key: 'acme:cost center/eu', Value: '4711'])
return true
