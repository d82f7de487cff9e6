import {useEffect, useState} from "react";
import {book, getCredential, texts} from "../hosts/crm.js";
import {Widget} from "./widget.jsx";

const nothingYet = {status: "loading", feature: null, looked: 0};

export function Crm({clients}) {
  const [language, setLanguage] = useState("fr");
  const [client, setClient] = useState(clients[0]);
  const [{status, feature, looked}, setState] = useState(nothingYet);
  const words = texts[language];

  // Widgets follow the page's language.
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const open = (chosen) => {
    if (chosen === client) return;
    setClient(chosen);
    setState(nothingYet);
  };
  const become = (status) => () => setState((state) => ({...state, status}));
  const compare = ({detail}) => setState((state) => ({...state, feature: detail.feature, looked: state.looked + 1}));

  // What every widget is told. `clientRef` is the attribute `ref`, a name that React keeps.
  const shared = {src: book, clientRef: client.ref, getCredential};
  return (
    <>
      <header>
        <h1>{words.title}</h1>
        <nav>
          <ul>
            {clients.map((each) => (
              <li key={each.ref}>
                <button type="button" aria-current={each === client || undefined} onClick={() => open(each)}>
                  {each.name}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <button type="button" lang="fr" aria-pressed={language === "fr"} onClick={() => setLanguage("fr")}>
            Français
          </button>{" "}
          <button type="button" lang="en" aria-pressed={language === "en"} onClick={() => setLanguage("en")}>
            English
          </button>
        </div>
      </header>
      <main>
        <div>
          <h2>{client.name}</h2>
          <p>{words.number(client.number)}</p>
          <p role="status">{words[status]}</p>
          <p className="looked">{words.looked(looked)}</p>
        </div>
        <Widget
          tag="limpide-score"
          {...shared}
          on={{"limpide-load": become("shown"), "limpide-error": become("failed")}}
        />
        <Widget tag="limpide-reasons" {...shared} selectable on={{"limpide-select": compare}} />
        <Widget tag="limpide-comparison" {...shared} feature={feature} />
      </main>
    </>
  );
}
