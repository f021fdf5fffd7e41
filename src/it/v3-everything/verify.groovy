import io.github.chalicemaven.it.InvokedProject

['pipeline.json', 'buildspec.yml'].each { name ->
  assert new File(basedir, "target/$name").bytes == InvokedProject.golden(basedir, 'v3-everything', name).bytes
}

// The sample application has no stage of that name.
assert InvokedProject.logs(basedir)[0].contains('[WARNING] <stages><stage name="prod">: .chalice/config.json has no stage `production` (it has beta, prod), so Chalice packages it with the settings that all stages share. Add'
    + ' the stage there, or set <chaliceStage>.')
return true
