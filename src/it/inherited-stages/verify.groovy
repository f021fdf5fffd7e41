import io.github.chalicemaven.it.InvokedProject

InvokedProject.assertProblems(InvokedProject.logs(basedir)[0], [
    '<stages> in the POM of mixed and the POM of apps: Maven would merge them by position, beta with prod. Write <stages'
        + ' combine.self="override"> to replace the inherited elements, or combine.children="append" to add to them.'
])
assert InvokedProject.files(new File(basedir, 'mixed/target')) == []

def stages = { module ->
  InvokedProject.read(new File(basedir, "$module/target/pipeline.json")).Resources.AppPipeline.Properties.Stages
}
assert stages('replaced')*.Name == ['Source', 'Build', 'ProdApproval', 'Prod']
assert stages('added')*.Name == ['Source', 'Build', 'Beta', 'ProdApproval', 'Prod']
assert !new File(basedir, 'replaced/target/pipeline.json').text.contains('tests/beta')
assert new File(basedir, 'added/target/pipeline.json').text.contains('tests/beta')
return true
