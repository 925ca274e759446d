async def test_the_item_appears_with_its_face(watcher, host, tray):
    tray(VIEW)
    properties = await host.properties()
    print(properties.keys())
    print(await host.rows())
    assert 0

VIEW={"icon":"connected","count":0,"title":"Orchestrator Tray","tooltip":"Connected, 4 sessions","items":[
 {"key":"status","label":"Connected","kind":"info"},
 {"key":"s1","label":"","kind":"separator"},
 {"key":"auto","label":"Auto_answer","kind":"check","checked":True,"event":"auto"},
 {"key":"thr","label":"Threshold","kind":"submenu","children":[{"key":"90","label":"90 %","kind":"radio","event":90},{"key":"95","label":"95 %","kind":"radio","checked":True,"event":95}]},
 {"key":"quit","label":"Quit","kind":"action","event":"quit"}]}
